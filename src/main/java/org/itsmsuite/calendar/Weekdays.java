package org.itsmsuite.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;

/** Weekdays as calendars write them: MON TUE WED THU FRI SAT SUN. */
final class Weekdays {

  private Weekdays() {}

  static String text(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  static Optional<DayOfWeek> parse(String text) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> text(day).equals(text)).findFirst();
  }
}
