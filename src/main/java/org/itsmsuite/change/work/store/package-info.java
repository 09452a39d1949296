/** Evidence of the work in the suite's own tables. */
package org.itsmsuite.change.work.store;
