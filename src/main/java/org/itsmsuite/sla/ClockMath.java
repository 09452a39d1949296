package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.Interval;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingTime;

/**
 * Computes everything about a clock from its facts. Times are instants, ends are exclusive, seconds
 * are exact.
 */
class ClockMath {

  /** Where a timer rests that has nothing to wait for: the engine must never get no date at all. */
  static final Instant REST = Instant.parse("9999-01-01T00:00:00Z");

  private final Calendars calendars;
  private final Milestones milestones;

  ClockMath(Calendars calendars, Milestones milestones) {
    this.calendars = calendars;
    this.milestones = milestones;
  }

  WorkingCalendar calendar(SlaClock clock) {
    return calendars.version(clock.terms().calendar(), clock.terms().calendarVersion()).calendar();
  }

  /** Pauses that this clock counts; one that is still open ends at {@code until}. */
  List<Interval> counted(SlaClock clock, List<Pause> pauses, Instant until) {
    return pauses.stream()
        .filter(clock::isPausedBy)
        .filter(pause -> pause.to() != null || pause.from().isBefore(until))
        .map(pause -> new Interval(pause.from(), pause.to() == null ? until : pause.to()))
        .filter(pause -> pause.to().isAfter(clock.startedAt()))
        .toList();
  }

  boolean isPaused(SlaClock clock, List<Pause> pauses) {
    return pauses.stream().anyMatch(pause -> pause.isOpen() && clock.isPausedBy(pause));
  }

  Duration elapsed(SlaClock clock, List<Pause> pauses, Instant now) {
    Instant end =
        clock.isOpen() ? now : clock.metAt() != null ? clock.metAt() : clock.cancelledAt();
    if (!end.isAfter(clock.startedAt())) {
      return Duration.ZERO;
    }
    return WorkingTime.elapsed(
        calendar(clock), clock.startedAt(), end, counted(clock, pauses, end));
  }

  /** The due instant as it stands now: a pause that is still open counts up to {@code now}. */
  Instant due(SlaClock clock, List<Pause> pauses, Instant now) {
    return at(clock, clock.allowed(), counted(clock, pauses, now));
  }

  private Instant at(SlaClock clock, Duration offset, List<Interval> paused) {
    return WorkingTime.due(calendar(clock), clock.startedAt(), offset, paused);
  }

  /** Of the allowed time that is used; may exceed 100, never negative. */
  int percent(SlaClock clock, List<Pause> pauses, Instant now) {
    return (int) (100 * elapsed(clock, pauses, now).toSeconds() / clock.allowed().toSeconds());
  }

  ClockState state(SlaClock clock, List<Pause> pauses, Instant now) {
    if (clock.cancelledAt() != null) {
      return ClockState.CANCELLED;
    }
    if (clock.breachedAt() != null) {
      return ClockState.BREACHED;
    }
    if (clock.metAt() != null) {
      return clock.metAt().isAfter(clock.dueAt()) ? ClockState.BREACHED : ClockState.MET;
    }
    if (isPaused(clock, pauses)) {
      return ClockState.PAUSED;
    }
    return now.isAfter(clock.dueAt()) ? ClockState.BREACHED : ClockState.RUNNING;
  }

  /**
   * Milestones that are due and were not acted on, earliest first. One that was acted on in an
   * earlier generation comes back only where the new generation moved it to after the move: what is
   * past and told stays told. What was told before the clock started anew is another story.
   */
  List<DueMilestone> pending(
      SlaClock clock, List<Pause> pauses, List<ReachedMilestone> reached, Instant now) {
    if (!clock.isOpen()) {
      return List.of();
    }
    List<ReachedMilestone> told =
        reached.stream().filter(one -> one.actedAt().isAfter(clock.startedAt())).toList();
    Set<String> current = names(told, clock.generation(), clock.generation());
    Set<String> earlier = names(told, 0, clock.generation() - 1);
    return upTo(clock, pauses, now).stream()
        .filter(due -> !current.contains(due.name()))
        .filter(
            due -> !(earlier.contains(due.name()) && !due.at().isAfter(clock.generationSince())))
        .toList();
  }

  private static Set<String> names(List<ReachedMilestone> reached, int from, int to) {
    return reached.stream()
        .filter(one -> one.generation() >= from && one.generation() <= to)
        .map(ReachedMilestone::milestone)
        .collect(Collectors.toSet());
  }

  private List<DueMilestone> upTo(SlaClock clock, List<Pause> pauses, Instant now) {
    List<Interval> paused = counted(clock, pauses, now);
    List<DueMilestone> due = new ArrayList<>();
    for (Milestone milestone : all(clock)) {
      for (int n = 1; milestone.times() == 0 || n <= milestone.times(); n++) {
        Instant at = at(clock, milestone.offset(clock.allowed(), n), paused);
        if (at.isAfter(now)) {
          break;
        }
        due.add(new DueMilestone(clock, milestone, milestone.name(n), at, calendar(clock).zone()));
      }
    }
    due.sort(Comparator.comparing(DueMilestone::at));
    return due;
  }

  /**
   * The first milestone strictly later than {@code now}, or {@link #REST} for a clock that is
   * paused or done.
   */
  Instant next(SlaClock clock, List<Pause> pauses, Instant now) {
    if (!clock.isOpen() || isPaused(clock, pauses)) {
      return REST;
    }
    List<Interval> paused = counted(clock, pauses, now);
    Duration elapsed = elapsed(clock, pauses, now);
    Instant next = REST;
    for (Milestone milestone : all(clock)) {
      Instant at = first(clock, milestone, elapsed, paused, now);
      if (at.isBefore(next)) {
        next = at;
      }
    }
    return next;
  }

  private Instant first(
      SlaClock clock, Milestone milestone, Duration elapsed, List<Interval> paused, Instant now) {
    int n = 1;
    Duration late = elapsed.minus(clock.allowed());
    if (!milestone.after().isZero() && late.compareTo(milestone.after()) > 0) {
      n = Math.toIntExact(late.dividedBy(milestone.after()));
    }
    for (; milestone.times() == 0 || n <= milestone.times(); n++) {
      Instant at = at(clock, milestone.offset(clock.allowed(), n), paused);
      if (at.isAfter(now)) {
        return at;
      }
    }
    return REST;
  }

  private List<Milestone> all(SlaClock clock) {
    List<Milestone> all = new ArrayList<>(milestones.of(clock));
    if (all.stream().noneMatch(Milestone::isBreach)) {
      all.add(Milestone.BREACH);
    }
    return all;
  }
}
