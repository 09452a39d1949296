package org.itsmsuite.competence;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What proves that somebody has a skill.
 *
 * @param from inclusive; may lie before it was entered
 * @param until exclusive, or null
 * @param evidence where it can be seen, such as a certificate's number
 * @param withdrawnBy null while it stands, as are when and why
 */
public record Proof(
    UUID id,
    String account,
    String skill,
    Instant from,
    Instant until,
    String evidence,
    String enteredBy,
    Instant enteredAt,
    String withdrawnBy,
    Instant withdrawnAt,
    String withdrawnWhy) {

  /**
   * Whether it proved the skill at that moment, as was known then: what was entered later, or
   * reaches back only on paper, proves nothing about a task that was taken before.
   */
  public boolean isInForce(Instant at) {
    return !at.isBefore(from)
        && (until == null || at.isBefore(until))
        && !at.isBefore(enteredAt)
        && (withdrawnAt == null || at.isBefore(withdrawnAt));
  }

  /** Whether the other would add nothing: the same evidence, for no other time than this one's. */
  boolean saysAllOf(Proof other) {
    return account.equals(other.account)
        && skill.equals(other.skill)
        && evidence.equals(other.evidence)
        && !from.isAfter(other.from)
        && Objects.equals(until, other.until);
  }

  Proof withdrawn(String by, Instant at, String why) {
    return new Proof(id, account, skill, from, until, evidence, enteredBy, enteredAt, by, at, why);
  }

  /** What facts about it belong to. It names no account, so that a person can be erased. */
  String chain() {
    return "competence:" + id;
  }
}
