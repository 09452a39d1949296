package org.itsmsuite.engine.timer;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.engine.TimerDates;

/**
 * Resolves {@code timeCycle} values: those a {@link TimerDates} handles from its facts, all others
 * as the engine always did.
 *
 * <p>The engine asks when a timer is created, each time it fires (before its handler runs, so
 * without knowing what fired) and on a recalculation.
 */
public class FactsCycleCalendar extends CycleBusinessCalendar {

  /** What the engine makes of a value that begins with R, taking it for {@code R3/PT1H}. */
  private static final Pattern WITH_START =
      Pattern.compile("(R[^/]*)/\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d/(.+)");

  private final Supplier<List<TimerDates>> timerDates;

  public FactsCycleCalendar(Supplier<List<TimerDates>> timerDates) {
    this.timerDates = timerDates;
  }

  @Override
  public Date resolveDuedate(String value, Date start, long repeatOffset) {
    String asWritten = withoutStart(value);
    for (TimerDates dates : timerDates.get()) {
      if (dates.handles(asWritten)) {
        return next(dates, asWritten);
      }
    }
    return super.resolveDuedate(value, start, repeatOffset);
  }

  /**
   * A null here would fail the start of a process, or make a recalculated job run at once and be
   * the last of its kind; a date not later than now would fire without end.
   */
  private static Date next(TimerDates dates, String value) {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    Instant next = dates.nextAfter(value, now);
    if (next == null || !next.isAfter(now)) {
      throw new IllegalStateException(
          "The timer '%s' was given %s as its next date, which is not later than %s."
              .formatted(value, next, now));
    }
    return Date.from(next);
  }

  private static String withoutStart(String value) {
    Matcher matcher = WITH_START.matcher(value);
    return matcher.matches() ? matcher.group(1) + "/" + matcher.group(2) : value;
  }
}
