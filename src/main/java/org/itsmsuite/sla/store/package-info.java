/** The facts of clocks as rows, and in memory for process tests and the replay. */
@org.springframework.modulith.NamedInterface("store")
package org.itsmsuite.sla.store;
