package org.itsmsuite.sla;

import java.time.Instant;

/**
 * A milestone placed on the instant line.
 *
 * @param name unique within its clock and generation
 */
public record DueMilestone(SlaClock clock, Milestone milestone, String name, Instant at) {}
