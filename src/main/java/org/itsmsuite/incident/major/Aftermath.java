package org.itsmsuite.incident.major;

import java.time.Instant;

/**
 * What follows the end of a major incident.
 *
 * @param endedAt when the incident ended, or null while it is open
 * @param reportDueAt null while it is open
 * @param report the last one written, or null; it is about the present end only if {@link
 *     #isReported()}
 * @param reviewDueAt null until the report is there
 * @param review null until it is done
 * @param reminders how many rules about the overdue report or review have been acted on
 */
public record Aftermath(
    Instant endedAt,
    Instant reportDueAt,
    MajorReport report,
    Instant reviewDueAt,
    MajorReview review,
    int reminders) {

  static final Aftermath NONE = new Aftermath(null, null, null, null, null, 0);

  public boolean isReported() {
    return reviewDueAt != null;
  }

  /** When it is due; null before it is awaited. */
  public Instant dueOf(Awaited what) {
    return what == Awaited.REPORT ? reportDueAt : reviewDueAt;
  }

  Aftermath ended(Instant at, Instant reportDue) {
    return new Aftermath(at, reportDue, report, null, null, 0);
  }

  Aftermath resumed() {
    return new Aftermath(null, null, report, null, null, 0);
  }

  Aftermath reported(MajorReport written, Instant reviewDue) {
    return new Aftermath(endedAt, reportDueAt, written, reviewDue, null, 0);
  }

  Aftermath reviewed(MajorReview done) {
    return new Aftermath(endedAt, reportDueAt, report, reviewDueAt, done, reminders);
  }

  Aftermath reminded() {
    return new Aftermath(endedAt, reportDueAt, report, reviewDueAt, review, reminders + 1);
  }
}
