package org.itsmsuite.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What somebody wrote down about working hours, in local dates and wall-clock times.
 *
 * @param hours windows of each weekday, sorted and free of overlaps; a weekday left out is closed
 * @param holidays dates without hours
 * @param recurringHolidays the same every year; 29 February in leap years only
 * @param specialDays dates with hours of their own, which win over holidays and weekdays
 * @param closures hours taken out of whatever the date would have
 */
record CalendarRules(
    ZoneId zone,
    SortedMap<DayOfWeek, List<DayWindow>> hours,
    SortedSet<LocalDate> holidays,
    SortedSet<MonthDay> recurringHolidays,
    SortedMap<LocalDate, List<DayWindow>> specialDays,
    SortedMap<LocalDate, List<DayWindow>> closures) {

  /** 2000 was a leap year: all month-days there are. */
  private static final int DAYS_OF_A_LEAP_YEAR = Year.of(2000).length();

  List<DayWindow> windowsOn(LocalDate date) {
    List<DayWindow> windows = beforeClosures(date);
    for (DayWindow closure : closures.getOrDefault(date, List.of())) {
      var open = new ArrayList<DayWindow>();
      windows.forEach(window -> open.addAll(window.without(closure)));
      windows = open;
    }
    return windows;
  }

  /** The last date with hours, or empty if the hours go on for ever. */
  Optional<LocalDate> lastWorkingDate() {
    boolean worksEveryYear =
        recurringHolidays.size() < DAYS_OF_A_LEAP_YEAR
            && hours.values().stream().anyMatch(windows -> !windows.isEmpty());
    return worksEveryYear
        ? Optional.empty()
        : Optional.of(lastSpecialDateWithHours().orElse(LocalDate.MIN));
  }

  boolean hasWorkingTime() {
    return !lastWorkingDate().equals(Optional.of(LocalDate.MIN));
  }

  private List<DayWindow> beforeClosures(LocalDate date) {
    List<DayWindow> special = specialDays.get(date);
    if (special != null) {
      return special;
    }
    if (holidays.contains(date) || recurringHolidays.contains(MonthDay.from(date))) {
      return List.of();
    }
    return hours.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private Optional<LocalDate> lastSpecialDateWithHours() {
    return specialDays.keySet().stream()
        .filter(date -> !windowsOn(date).isEmpty())
        .reduce((earlier, later) -> later);
  }
}
