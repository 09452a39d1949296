package org.itsmsuite.change.vote;

import java.time.Instant;
import java.util.UUID;

/**
 * A board sits together, or telephones, over the changes that wait for its votes.
 *
 * @param board group that votes
 * @param openedBy account
 * @param closedBy account; null while it is open
 * @param closedAt null while it is open; its minutes are what happened from {@code openedAt},
 *     inclusive, until then, exclusive
 * @param remarks what the minutes say beside the votes; null if nothing
 */
public record Sitting(
    UUID id,
    String board,
    String openedBy,
    Instant openedAt,
    String closedBy,
    Instant closedAt,
    String remarks) {

  public boolean isOpen() {
    return closedAt == null;
  }

  /** Such as {@code sitting:7d9f...}: what facts about it belong to. */
  public String record() {
    return "sitting:" + id;
  }

  static Sitting opened(String board, String by, Instant at) {
    return new Sitting(UUID.randomUUID(), board, by, at, null, null, null);
  }

  Sitting closed(String by, Instant at, String said) {
    return new Sitting(id, board, openedBy, openedAt, by, at, said);
  }
}
