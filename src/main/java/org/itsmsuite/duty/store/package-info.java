/** Exceptions and their uses as rows. */
@org.springframework.modulith.NamedInterface("store")
package org.itsmsuite.duty.store;
