package org.itsmsuite.incident.major;

import java.time.Instant;

/**
 * The review of a major incident.
 *
 * @param participants who took part
 * @param improvements what is to become better, or null
 * @param problemWanted whether a problem is to be opened; it is offered in any case
 * @param whyNoProblem why none is, or null
 */
public record MajorReview(
    String participants,
    String findings,
    String improvements,
    boolean problemWanted,
    String whyNoProblem,
    String by,
    Instant at) {}
