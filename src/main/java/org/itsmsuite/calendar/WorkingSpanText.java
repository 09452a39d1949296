package org.itsmsuite.calendar;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.refusal.Refusal;

/** How {@link WorkingSpan}s are written. */
final class WorkingSpanText {

  private static final Pattern WORKING_DAYS =
      Pattern.compile(
          "\\{\\s*workingDays\\s*:\\s*(-?\\d{1,9})\\s*,\\s*at\\s*:\\s*(SAME_TIME|END_OF_DAY)\\s*}");

  /** Years, months, weeks or days of ISO 8601. */
  private static final Pattern CALENDAR_UNITS = Pattern.compile("[-+]?P[-+]?\\d.*");

  private WorkingSpanText() {}

  static WorkingSpan parse(String text) {
    String trimmed = text == null ? "" : text.strip();
    Matcher days = WORKING_DAYS.matcher(trimmed);
    if (days.matches()) {
      return new WorkingSpan.Days(Integer.parseInt(days.group(1)), DayTime.valueOf(days.group(2)));
    }
    if (CALENDAR_UNITS.matcher(trimmed).matches()) {
      throw refused(
          "sla.days-ambiguous",
          Quoted.text(trimmed)
              + " could be calendar or working days; write working hours such as PT16H, or"
              + " {workingDays: 2, at: SAME_TIME}.");
    }
    try {
      return new WorkingSpan.Hours(Duration.parse(trimmed));
    } catch (DateTimeParseException e) {
      throw refused(
          "sla.bad-duration",
          Quoted.text(trimmed)
              + " is no duration; write one such as PT8H, PT1H30M or"
              + " {workingDays: 2, at: SAME_TIME}.");
    }
  }

  private static Refusal refused(String key, String detail) {
    return Refusal.invalid(key, "target", detail);
  }
}
