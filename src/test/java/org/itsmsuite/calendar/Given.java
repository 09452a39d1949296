package org.itsmsuite.calendar;

import java.time.Instant;
import java.time.LocalDateTime;

/** Calendars and instants that tests speak of. */
final class Given {

  /** Monday to Friday 09:00-18:00 in Amsterdam; Monday 2026-04-27 is a holiday. */
  static final WorkingCalendar DESK =
      CalendarFormat.parse(
          """
          zone: Europe/Amsterdam
          hours: {MON: ["09:00-18:00"], TUE: ["09:00-18:00"], WED: ["09:00-18:00"],
                  THU: ["09:00-18:00"], FRI: ["09:00-18:00"]}
          holidays: ["2026-04-27"]
          """);

  private Given() {}

  /** A wall-clock time of the desk, such as {@code 2026-03-06T17:30}. */
  static Instant desk(String localTime) {
    return at(DESK, localTime);
  }

  static Instant at(WorkingCalendar calendar, String localTime) {
    return LocalDateTime.parse(localTime).atZone(calendar.zone()).toInstant();
  }

  /** The same hours on each day of the week. */
  static WorkingCalendar everyDay(String zone, String... windows) {
    var hours = new StringBuilder();
    for (String day : new String[] {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"}) {
      hours.append(day).append(": [\"").append(String.join("\", \"", windows)).append("\"], ");
    }
    return CalendarFormat.parse("{zone: " + zone + ", hours: {" + hours + "}}");
  }
}
