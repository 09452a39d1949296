package org.itsmsuite.change.schedule.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;

/**
 * What part of the schedule is asked for.
 *
 * @param from inclusive; null for now
 * @param to exclusive; null for 90 days later
 * @param service id, or null
 * @param item id, or null
 */
record ScheduleQuery(String from, String to, String service, String item) {

  private static final Duration AHEAD = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(370);

  /** What is, was or is to be done, and what is asked for; not what has come to nothing. */
  static final List<Status> SHOWN =
      List.of(
          Status.NEW,
          Status.ASSESSMENT,
          Status.APPROVAL,
          Status.DEFERRED,
          Status.SCHEDULED,
          Status.IMPLEMENTING,
          Status.REVIEW,
          Status.CLOSED);

  /**
   * @throws Refusal {@code request.wrong-value}, {@code request.out-of-range} if it is longer than
   *     370 days or ends before it starts
   */
  Window window(Instant now) {
    var texts = new Texts();
    Instant begin = instant(texts, "from", from, now);
    Instant end = instant(texts, "to", to, begin == null ? null : begin.plus(AHEAD));
    texts.verify();
    if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw Refusal.invalid(
          "request.out-of-range", "to", "Later than the start, and 370 days later at most.");
    }
    return new Window(begin, end);
  }

  private static Instant instant(Texts texts, String field, String value, Instant otherwise) {
    String text = texts.optional(field, value, 40);
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeException noTime) {
      texts.wrong(
          field, "request.wrong-value", "An instant such as 2026-03-02T08:00:00Z is expected.");
      return null;
    }
  }

  /** Those that whoever asks may know of. */
  ChangeSearch search(Window window, ChangeAccess access, int page, int size) {
    var texts = new Texts();
    var search =
        new ChangeSearch(
            SHOWN,
            List.of(),
            null,
            texts.optional("item", item, 100),
            texts.optional("service", service, 100),
            window,
            access.reach(),
            access.known("c.number"),
            page,
            size);
    texts.verify();
    return search;
  }
}
