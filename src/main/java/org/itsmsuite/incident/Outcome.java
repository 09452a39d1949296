package org.itsmsuite.incident;

import java.time.Instant;

/**
 * How it ended, so far.
 *
 * @param code how it was resolved, such as {@code FIXED} or {@code NO_ANSWER}
 * @param problemSuspected whether the cause is unknown or keeps coming back
 * @param resolvedAt null while it is not resolved
 * @param closedAt null while it is not closed
 * @param resolvedBy account of the person who last restored the service; null if nobody did, or it
 *     did not take a person
 */
public record Outcome(
    String resolution,
    String code,
    boolean problemSuspected,
    Instant resolvedAt,
    Instant closedAt,
    int reopenings,
    String resolvedBy) {

  static final Outcome NONE = new Outcome(null, null, false, null, null, 0, null);
}
