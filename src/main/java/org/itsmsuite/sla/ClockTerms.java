package org.itsmsuite.sla;

import java.time.Duration;
import java.util.Set;
import org.itsmsuite.calendar.CalendarVersion;

/**
 * What a clock was promised with. All of it stays with the clock while it runs, whatever is
 * released meanwhile; a new priority changes the target, and with it what it was agreed for.
 *
 * @param target what the table promised, working time
 * @param pauseReasons reasons of waiting that stop this clock; empty means none does
 * @param downgradeLimit percent of the allowed time after which only an incident manager, with a
 *     reason, may lower the priority
 * @param periodic word is due again and again, not only when somebody waits for it; update clocks
 *     only
 * @param agreement behind the target, or null: a period of updates, or a clock from before
 *     agreements were named
 * @param requirement of the agreement, or null as above
 */
public record ClockTerms(
    Duration target,
    String calendar,
    int calendarVersion,
    Set<String> pauseReasons,
    PriorityChange priorityChange,
    Reopening reopening,
    int downgradeLimit,
    boolean periodic,
    String agreement,
    String requirement) {

  public ClockTerms {
    pauseReasons = Set.copyOf(pauseReasons);
  }

  static ClockTerms of(Target target, CalendarVersion calendar) {
    return new ClockTerms(
        target.allowed(),
        calendar.name(),
        calendar.version(),
        target.pauseReasons(),
        target.priorityChange(),
        target.reopening(),
        target.downgradeLimit(),
        false,
        target.agreement(),
        target.requirement());
  }

  /** Word every so often. No wait stops it and no priority moves it. */
  static ClockTerms every(Duration span, CalendarVersion calendar) {
    return new ClockTerms(
        span,
        calendar.name(),
        calendar.version(),
        Set.of(),
        PriorityChange.RETROACTIVE,
        Reopening.RESTART,
        100,
        true,
        null,
        null);
  }

  ClockTerms promising(Target other) {
    return new ClockTerms(
        other.allowed(),
        calendar,
        calendarVersion,
        pauseReasons,
        priorityChange,
        reopening,
        downgradeLimit,
        periodic,
        other.agreement(),
        other.requirement());
  }
}
