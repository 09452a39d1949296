package org.itsmsuite.duty;

import java.time.Instant;

/**
 * For a time one person may hold both duties.
 *
 * @param duty id of the line it excepts from
 * @param from inclusive
 * @param until exclusive
 * @param endedAt when it was ended before its time, or null
 */
public record DutyException(
    long id,
    String duty,
    String reason,
    String approvedBy,
    Instant approvedAt,
    Instant from,
    Instant until,
    Instant endedAt,
    String endedBy) {

  public boolean isInForce(Instant now) {
    return !now.isBefore(from) && now.isBefore(until) && (endedAt == null || now.isBefore(endedAt));
  }

  /** When it is over, exclusive. */
  Instant end() {
    return endedAt != null && endedAt.isBefore(until) ? endedAt : until;
  }

  /** Whether there is a moment at which both are in force. */
  boolean overlaps(DutyException other) {
    return from.isBefore(other.end()) && other.from.isBefore(end());
  }

  DutyException endedAt(Instant at, String by) {
    return new DutyException(id, duty, reason, approvedBy, approvedAt, from, until, at, by);
  }
}
