/** The process of a major incident: what its model names, and what its steps do. */
@org.springframework.modulith.NamedInterface("major-process")
package org.itsmsuite.incident.major.process;
