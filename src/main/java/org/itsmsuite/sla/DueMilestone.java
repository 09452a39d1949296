package org.itsmsuite.sla;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A milestone placed on the instant line.
 *
 * @param name unique within its clock and generation
 * @param zone of the clock's calendar, for telling people
 */
public record DueMilestone(
    SlaClock clock, Milestone milestone, String name, Instant at, ZoneId zone) {}
