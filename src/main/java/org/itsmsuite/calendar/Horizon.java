package org.itsmsuite.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.itsmsuite.refusal.Refusal;

/**
 * How far a search may look: 50 years, or to the calendar's last date with hours.
 *
 * @param end exclusive
 * @param isCalendarsEnd whether the calendar has no hours at all from there on
 */
record Horizon(Instant end, boolean isCalendarsEnd) {

  private static final int YEARS = 50;

  static Horizon after(WorkingCalendar calendar, Instant start) {
    Instant far =
        WorkingTime.requireInRange(start, "start")
            .atOffset(ZoneOffset.UTC)
            .plusYears(YEARS)
            .toInstant();
    Optional<LocalDate> last = calendar.lastWorkingDate();
    if (last.isPresent()) {
      // Two days: the last date's hours may be moved on by as much as a day where a date was left
      // out when a place changed sides of the date line.
      Instant end = calendar.at(last.get().plusDays(2), 0);
      if (end.isBefore(far)) {
        return new Horizon(end.isBefore(start) ? start : end, true);
      }
    }
    return new Horizon(far, false);
  }

  /** The end, if it is in range and not before the start. */
  static Instant notBefore(Instant start, Instant end) {
    WorkingTime.requireInRange(start, "start");
    WorkingTime.requireInRange(end, "end");
    if (end.isBefore(start)) {
      throw Refusal.invalid("sla.end-before-start", "end", "The end lies before the start.");
    }
    return end;
  }

  boolean isBefore(Instant instant) {
    return end.isBefore(instant);
  }

  Refusal refusal(Duration missing) {
    return refusal("a working time of " + missing);
  }

  Refusal refusal(String missing) {
    return isCalendarsEnd
        ? Refusal.invalid(
            "calendar.no-working-minute",
            "calendar",
            "The calendar has no working minute after " + end + ", but " + missing + " is missing.")
        : Refusal.invalid(
            "sla.due-too-far",
            "target",
            "It would be due more than " + YEARS + " years after the start.");
  }
}
