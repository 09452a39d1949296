/**
 * The work on a change (clause 8.5.1.3): its place in the schedule, what was done with which
 * evidence, what was backed out and why it failed, and the review.
 */
@org.springframework.modulith.NamedInterface("work")
package org.itsmsuite.change.work;
