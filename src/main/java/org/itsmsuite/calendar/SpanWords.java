package org.itsmsuite.calendar;

import java.time.Duration;

/** How long something may take or took, in words for people. */
public final class SpanWords {

  private SpanWords() {}

  /** 26 h 5 min; whole minutes, rounded down. */
  public static String of(Duration span) {
    long hours = span.toHours();
    int minutes = span.toMinutesPart();
    if (hours == 0) {
      return minutes + " min";
    }
    return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
  }

  /** The same, or: 5 working days. */
  public static String of(WorkingSpan span) {
    if (span instanceof WorkingSpan.Days days) {
      return (days.workingDays() == 1 ? "1 working day" : days.workingDays() + " working days")
          + (days.at() == DayTime.END_OF_DAY ? ", to its end" : "");
    }
    return of(((WorkingSpan.Hours) span).duration());
  }
}
