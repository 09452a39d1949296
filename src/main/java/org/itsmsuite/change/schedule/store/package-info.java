/** Freezes and agreements in the suite's own tables. */
package org.itsmsuite.change.schedule.store;
