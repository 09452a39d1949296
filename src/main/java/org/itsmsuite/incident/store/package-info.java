/** Incidents as rows, and in memory for process tests and the replay. */
@org.springframework.modulith.NamedInterface("store")
package org.itsmsuite.incident.store;
