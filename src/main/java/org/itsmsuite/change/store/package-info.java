/** Where changes are kept. */
package org.itsmsuite.change.store;
