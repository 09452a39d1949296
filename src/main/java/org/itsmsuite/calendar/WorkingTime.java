package org.itsmsuite.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.refusal.Refusal;

/**
 * The one calculator of working time. Counted is real time, on the line of instants, inside a
 * calendar's hours and outside the pauses; so a window across a daylight-saving gap is shorter and
 * one across an overlap longer. Spans are half-open; pauses may overlap and count once; nothing is
 * rounded and the JVM's own time zone plays no part.
 *
 * <p>All methods take instants from 1970 to 2199 ({@code sla.date-out-of-range}); pauses may end
 * later.
 */
public final class WorkingTime {

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private WorkingTime() {}

  /**
   * The earliest instant by which the counted time since start reaches the target. One that falls
   * on a closing time stays there.
   *
   * @param target more than zero, else {@code sla.target-not-positive}
   * @throws Refusal {@code calendar.no-working-minute} if the calendar has not that much time left,
   *     {@code sla.due-too-far} if it takes more than 50 years
   */
  public static Instant due(
      WorkingCalendar calendar, Instant start, Duration target, List<Interval> pauses) {
    var countdown = new Countdown(target);
    Horizon horizon = Horizon.after(calendar, start);
    CountedTime.each(calendar, start, horizon.end(), pauses, countdown::needsMoreThan);
    if (countdown.due == null) {
      throw horizon.refusal(countdown.left);
    }
    return countdown.due;
  }

  /**
   * The counted time from start to end.
   *
   * @throws Refusal {@code sla.end-before-start}
   */
  public static Duration elapsed(
      WorkingCalendar calendar, Instant start, Instant end, List<Interval> pauses) {
    var sum =
        new Object() {
          Duration value = Duration.ZERO;
        };
    CountedTime.each(
        calendar,
        start,
        Horizon.notBefore(start, end),
        pauses,
        span -> {
          sum.value = sum.value.plus(Duration.between(span.from(), span.to()));
          return true;
        });
    return sum.value;
  }

  /** The hours of the calendar as instants, cut at both ends; a new day begins a new span. */
  public static List<Interval> windows(WorkingCalendar calendar, Instant from, Instant to) {
    return windows(calendar, from, to, List.of());
  }

  /** As {@link #windows(WorkingCalendar, Instant, Instant)}, without the pauses. */
  public static List<Interval> windows(
      WorkingCalendar calendar, Instant from, Instant to, List<Interval> pauses) {
    var windows = new ArrayList<Interval>();
    CountedTime.each(calendar, from, Horizon.notBefore(from, to), pauses, windows::add);
    return windows;
  }

  /**
   * Why due then: the counted spans from start until due. Their lengths add up to the target, and
   * the last one ends when it is due.
   *
   * @throws Refusal as {@link #due}
   */
  public static List<Interval> windowsUntilDue(
      WorkingCalendar calendar, Instant start, Duration target, List<Interval> pauses) {
    Instant due = due(calendar, start, target, pauses);
    var windows = new ArrayList<Interval>();
    CountedTime.each(calendar, start, due, pauses, windows::add);
    return windows;
  }

  /**
   * The n-th working day after the day of an instant. A working day is a date of the calendar's
   * zone with at least some hours left open.
   *
   * <ul>
   *   <li>An instant outside the hours, the closing instant included, counts as the next opening.
   *   <li>{@link DayTime#SAME_TIME} is the same wall-clock time on that day; where the day is
   *       closed then, its last closing before that time, or its first opening if it has not opened
   *       yet. So a short day ends at its closing.
   *   <li>{@link DayTime#END_OF_DAY} is that day's last closing.
   * </ul>
   *
   * With Monday to Friday 09:00-18:00, two working days after Friday 17:30 are Tuesday 17:30, and
   * after Friday 18:30 they are Wednesday 09:00.
   *
   * @param days at least 1, else {@code sla.target-not-positive}
   * @throws Refusal as {@link #due}
   */
  public static Instant addWorkingDays(
      WorkingCalendar calendar, Instant from, int days, DayTime at) {
    return new WorkingDays(calendar, Horizon.after(calendar, from)).add(from, days, at);
  }

  /**
   * The instant, if it can be computed with.
   *
   * @param field what a refusal names
   * @throws Refusal {@code sla.date-out-of-range}
   */
  public static Instant requireInRange(Instant instant, String field) {
    if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
      throw Refusal.invalid(
          "sla.date-out-of-range", field, "Dates from 1970 to 2199 can be computed with.");
    }
    return instant;
  }

  /** What is left of a target while spans pass by. */
  private static final class Countdown {

    private Duration left;
    private Instant due;

    Countdown(Duration target) {
      if (target.isNegative() || target.isZero()) {
        throw Refusal.invalid(
            "sla.target-not-positive", "target", "A target must be more than zero.");
      }
      this.left = target;
    }

    boolean needsMoreThan(Interval span) {
      Duration length = Duration.between(span.from(), span.to());
      if (left.compareTo(length) <= 0) {
        due = span.from().plus(left);
        return false;
      }
      left = left.minus(length);
      return true;
    }
  }
}
