package org.itsmsuite.security.web;

import java.time.Instant;
import org.itsmsuite.security.Deadline;

/**
 * A deadline as the API shows it.
 *
 * @param state {@code RUNNING}, {@code MET}, {@code MISSED} (also while it still runs) or {@code
 *     CANCELLED}
 */
record DeadlineBody(
    String stage,
    String within,
    String calendar,
    Instant startedAt,
    Instant dueAt,
    Instant endedAt,
    String state) {

  static DeadlineBody of(Deadline deadline, Instant now) {
    return new DeadlineBody(
        deadline.stage().name(),
        deadline.within(),
        deadline.calendar(),
        deadline.startedAt(),
        deadline.dueAt(),
        deadline.endedAt(),
        state(deadline, now));
  }

  private static String state(Deadline deadline, Instant now) {
    if (!deadline.isRunning() && !deadline.done()) {
      return "CANCELLED";
    }
    if (deadline.isMissed(now)) {
      return "MISSED";
    }
    return deadline.isRunning() ? "RUNNING" : "MET";
  }
}
