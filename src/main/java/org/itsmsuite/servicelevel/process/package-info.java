/** Agreements and the table of targets together: what is promised, and what stands behind it. */
@org.springframework.modulith.NamedInterface("process")
package org.itsmsuite.servicelevel.process;
