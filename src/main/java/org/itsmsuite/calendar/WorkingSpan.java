package org.itsmsuite.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.refusal.Refusal;

/**
 * How long something may take, as tables and agreements write it: {@code PT8H30M} in working time,
 * or <code>{workingDays: 2, at: SAME_TIME}</code>. Always more than zero. {@link #toString()} gives
 * the text back.
 */
public sealed interface WorkingSpan {

  /** So much working time. */
  record Hours(Duration duration) implements WorkingSpan {

    public Hours {
      requirePositive(!duration.isNegative() && !duration.isZero());
    }

    @Override
    public Instant after(WorkingCalendar calendar, Instant start, List<Interval> pauses) {
      return WorkingTime.due(calendar, start, duration, pauses);
    }

    @Override
    public Duration workingTime(WorkingCalendar calendar, Instant start) {
      return duration;
    }

    @Override
    public String toString() {
      return duration.toString();
    }
  }

  /** So many working days, as {@link WorkingTime#addWorkingDays} counts them. */
  record Days(int workingDays, DayTime at) implements WorkingSpan {

    public Days {
      requirePositive(workingDays > 0);
    }

    @Override
    public Instant after(WorkingCalendar calendar, Instant start, List<Interval> pauses) {
      Instant unpaused = WorkingTime.addWorkingDays(calendar, start, workingDays, at);
      return pauses.isEmpty()
          ? unpaused
          : WorkingTime.due(calendar, start, workingTime(calendar, start), pauses);
    }

    @Override
    public Duration workingTime(WorkingCalendar calendar, Instant start) {
      Instant end = WorkingTime.addWorkingDays(calendar, start, workingDays, at);
      return WorkingTime.elapsed(calendar, start, end, List.of());
    }

    @Override
    public String toString() {
      return "{workingDays: " + workingDays + ", at: " + at + "}";
    }
  }

  /** When the span that begins at start is over. */
  default Instant after(WorkingCalendar calendar, Instant start) {
    return after(calendar, start, List.of());
  }

  /**
   * When it is over if there are pauses. For working days that is as much working time outside the
   * pauses as the days have without them.
   */
  Instant after(WorkingCalendar calendar, Instant start, List<Interval> pauses);

  /** The working time it stands for when it begins at start; percentages are taken of this. */
  Duration workingTime(WorkingCalendar calendar, Instant start);

  /**
   * Reads either notation.
   *
   * @throws Refusal {@code sla.target-not-positive}; {@code sla.days-ambiguous} for days, weeks,
   *     months or years of ISO 8601, which could be calendar or working time; {@code
   *     sla.bad-duration} for anything else
   */
  static WorkingSpan parse(String text) {
    return WorkingSpanText.parse(text);
  }

  private static void requirePositive(boolean isPositive) {
    if (!isPositive) {
      throw Refusal.invalid(
          "sla.target-not-positive", "target", "A target must be more than zero.");
    }
  }
}
