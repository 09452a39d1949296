package org.itsmsuite.deputy;

import java.util.List;

/**
 * Who does somebody's work.
 *
 * @param account the person themselves if they are there, their deputy if they are not; null if
 *     nobody by name can: then it is the group's
 * @param path who was asked in turn, beginning with the person themselves
 */
public record StandIn(String account, Why why, List<String> path) {

  /** How it came to that. */
  public enum Why {
    PRESENT,
    DEPUTY,
    /** Away, and nobody was named. */
    NO_DEPUTY,
    /** The person, or the deputy, is gone for good. */
    LEFT,
    /** Each stands in for the other. */
    CYCLE,
    /** More deputies of deputies than are followed. */
    TOO_LONG,
    /** The deputy may not stand in for this group (any more). */
    NOT_OF_GROUP,
    /** The record is restricted, and does not concern the deputy. */
    NOT_CONCERNED,
    /** The deputy, or who is to be stood in for, must not do it: separation of duties. */
    CONFLICTED
  }

  public StandIn {
    path = List.copyOf(path);
  }

  static StandIn present(String account) {
    return new StandIn(account, Why.PRESENT, List.of(account));
  }

  public boolean isPresent() {
    return why == Why.PRESENT;
  }

  public boolean isDeputy() {
    return why == Why.DEPUTY;
  }

  public boolean isNobody() {
    return account == null;
  }
}
