package org.itsmsuite.audit;

import java.time.Instant;

/**
 * An auditor's account may read, for a time and within a scope.
 *
 * @param from inclusive
 * @param until exclusive
 * @param purpose what is audited and for whom, in words
 * @param endedAt when it was ended before its time, or null
 */
public record Engagement(
    long id,
    String account,
    Kind kind,
    Instant from,
    Instant until,
    AuditScope scope,
    String purpose,
    String givenBy,
    Instant givenAt,
    Instant endedAt,
    String endedBy) {

  /** Where the auditor comes from. */
  public enum Kind {
    /** An account of the group {@code auditors}. */
    INTERNAL,
    /** An account that is in no group, or in {@code auditors} alone. */
    EXTERNAL
  }

  public boolean isInForce(Instant now) {
    return !now.isBefore(from) && now.isBefore(end());
  }

  /** Whether it has yet to begin. */
  public boolean isAhead(Instant now) {
    return now.isBefore(from) && from.isBefore(end());
  }

  /** Whether there is a moment at which both are in force. */
  boolean overlaps(Engagement other) {
    return from.isBefore(other.end()) && other.from.isBefore(end());
  }

  /** When it is over, exclusive. */
  public Instant end() {
    return endedAt != null && endedAt.isBefore(until) ? endedAt : until;
  }

  /**
   * An internal auditor who may read everything reads as without an engagement, engine included.
   */
  boolean isAsWithout() {
    return kind == Kind.INTERNAL && scope.isUnlimited();
  }

  public Engagement with(Instant newFrom, Instant newUntil, AuditScope newScope) {
    return new Engagement(
        id, account, kind, newFrom, newUntil, newScope, purpose, givenBy, givenAt, endedAt,
        endedBy);
  }

  Engagement ended(Instant at, String by) {
    return new Engagement(id, account, kind, from, until, scope, purpose, givenBy, givenAt, at, by);
  }
}
