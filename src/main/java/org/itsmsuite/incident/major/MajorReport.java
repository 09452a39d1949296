package org.itsmsuite.incident.major;

import java.time.Instant;

/**
 * The report of a major incident.
 *
 * @param cause as far as it is known
 * @param lessons or null
 * @param by account of the one who wrote it; somebody else reviews it
 */
public record MajorReport(
    String course,
    String cause,
    String effect,
    String done,
    String lessons,
    String by,
    Instant at) {}
