/** The incident's process: what its models name, and what its steps do. */
@org.springframework.modulith.NamedInterface("process")
package org.itsmsuite.incident.process;
