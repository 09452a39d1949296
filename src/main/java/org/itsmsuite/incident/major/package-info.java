/**
 * Major incidents (clause 8.6.1; 8.1 in the 2011 edition): who declares them by which agreed
 * criteria, who leads, who was told what and when, technical tasks, report and review. The incident
 * stays the same record.
 */
@org.springframework.modulith.NamedInterface("major")
package org.itsmsuite.incident.major;
