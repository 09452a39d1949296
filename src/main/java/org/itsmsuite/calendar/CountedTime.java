package org.itsmsuite.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Walks, date by date, over the spans that count: open and not paused. */
final class CountedTime {

  private final List<Interval> pauses;
  private final Predicate<Interval> visitor;

  /** First pause that may still matter. */
  private int next;

  private CountedTime(List<Interval> pauses, Predicate<Interval> visitor) {
    this.pauses = merged(pauses);
    this.visitor = visitor;
  }

  /**
   * Shows the visitor each non-empty span between two instants, in order, until it says false.
   *
   * @param to exclusive
   */
  static void each(
      WorkingCalendar calendar,
      Instant from,
      Instant to,
      List<Interval> pauses,
      Predicate<Interval> visitor) {
    var time = new CountedTime(pauses, visitor);
    LocalDate last = calendar.dateOf(to);
    for (LocalDate date = calendar.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
      for (Interval open : calendar.openOn(date)) {
        Instant start = open.from().isBefore(from) ? from : open.from();
        Instant end = open.to().isAfter(to) ? to : open.to();
        if (!time.showUnpaused(start, end)) {
          return;
        }
      }
    }
  }

  private boolean showUnpaused(Instant start, Instant end) {
    Instant cursor = start;
    while (cursor.isBefore(end)) {
      if (next == pauses.size() || !pauses.get(next).from().isBefore(end)) {
        return visitor.test(new Interval(cursor, end));
      }
      Interval pause = pauses.get(next);
      if (pause.from().isAfter(cursor) && !visitor.test(new Interval(cursor, pause.from()))) {
        return false;
      }
      if (pause.to().isAfter(end)) {
        return true;
      }
      cursor = pause.to().isAfter(cursor) ? pause.to() : cursor;
      next++;
    }
    return true;
  }

  /** Sorted and free of overlaps, so that a moment paused for two reasons is taken out once. */
  private static List<Interval> merged(List<Interval> pauses) {
    if (pauses.size() < 2) {
      return pauses;
    }
    List<Interval> sorted = new ArrayList<>(pauses);
    sorted.sort(Comparator.comparing(Interval::from));
    List<Interval> merged = new ArrayList<>(sorted.size());
    Interval current = sorted.get(0);
    for (Interval pause : sorted) {
      if (pause.from().isAfter(current.to())) {
        merged.add(current);
        current = pause;
      } else if (pause.to().isAfter(current.to())) {
        current = new Interval(current.from(), pause.to());
      }
    }
    merged.add(current);
    return merged;
  }
}
