package org.itsmsuite.security;

import java.time.Instant;

/**
 * Until when a stage of a security incident is to be done.
 *
 * @param round from 1; a stage that begins anew gets the next one
 * @param startedAt from when the time counts
 * @param within the allowed time, as the table writes it
 * @param calendar in whose hours it counts
 * @param endedAt when the stage was done or no longer needed; null while it runs
 * @param done false if it ended because it was no longer needed
 */
public record Deadline(
    String record,
    Stage stage,
    int round,
    Instant startedAt,
    Instant dueAt,
    String within,
    String calendar,
    Instant endedAt,
    boolean done) {

  public boolean isRunning() {
    return endedAt == null;
  }

  /** Whether it was missed, or would be if it ended now. */
  public boolean isMissed(Instant now) {
    return (endedAt == null ? now : endedAt).isAfter(dueAt);
  }
}
