package org.itsmsuite.incident.major;

import java.time.Instant;
import java.util.UUID;

/**
 * What a group is to do in a major incident.
 *
 * @param major the declaration it belongs to
 * @param position from 1, as given
 * @param task the engine's id of the user task, or null before it is offered
 * @param outcome null while it is open
 */
public record TechnicalTask(
    UUID id,
    UUID major,
    int position,
    String group,
    String text,
    Instant givenAt,
    String givenBy,
    String task,
    Outcome outcome,
    String result,
    Instant endedAt,
    String endedBy) {

  /** How a technical task ended. */
  public enum Outcome {
    DONE,
    NOT_POSSIBLE,
    /** Not needed any more, as an incident manager says. */
    CALLED_OFF
  }

  public boolean isOpen() {
    return outcome == null;
  }

  TechnicalTask offeredAs(String userTask) {
    return new TechnicalTask(
        id, major, position, group, text, givenAt, givenBy, userTask, outcome, result, endedAt,
        endedBy);
  }

  TechnicalTask ended(Outcome how, String what, Instant at, String by) {
    return new TechnicalTask(
        id, major, position, group, text, givenAt, givenBy, task, how, what, at, by);
  }
}
