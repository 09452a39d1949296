package org.itsmsuite.deputy;

import java.time.Instant;
import java.util.UUID;

/**
 * A span in which somebody is not there.
 *
 * @param account who is away
 * @param group in which they are away; null for whatever group
 * @param deputy account of whoever stands in, or null for nobody by name: then it is the group's
 * @param from inclusive
 * @param until exclusive
 * @param reason in words, or null
 * @param enteredBy account, or {@code system}
 * @param begun whether the open tasks were passed on
 * @param ended whether they were given back, or it was called off before it began
 */
public record Absence(
    UUID id,
    String account,
    String group,
    String deputy,
    Instant from,
    Instant until,
    Kind kind,
    String reason,
    String enteredBy,
    Instant enteredAt,
    boolean begun,
    boolean ended) {

  /** Until when somebody is away who is gone for good. */
  public static final Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");

  /** Why somebody is not there. */
  public enum Kind {
    /** Comes back. */
    AWAY,
    /** The account is gone, or is a member of the group no more. */
    LEFT
  }

  /** Such as {@code absence:7d9f...}: what facts and messages about it belong to. */
  public String record() {
    return "absence:" + id;
  }

  public boolean isLeft() {
    return kind == Kind.LEFT;
  }

  public boolean isInForce(Instant at) {
    return !from.isAfter(at) && at.isBefore(until);
  }

  /** Whether it holds for work of this group; null is work of no group. */
  public boolean holdsFor(String other) {
    return group == null || group.equals(other);
  }

  boolean overlaps(Instant otherFrom, Instant otherUntil) {
    return from.isBefore(otherUntil) && otherFrom.isBefore(until);
  }
}
