/** The incident's process: what its models name, and what its steps do. */
package org.itsmsuite.incident.process;
