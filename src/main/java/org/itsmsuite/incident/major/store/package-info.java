/** Major incidents as rows, and in memory for process tests and the replay. */
@org.springframework.modulith.NamedInterface("major-store")
package org.itsmsuite.incident.major.store;
