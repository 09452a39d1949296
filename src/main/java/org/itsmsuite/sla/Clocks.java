package org.itsmsuite.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.itsmsuite.calendar.CalendarVersion;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.calendar.WorkingTime;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;

/**
 * The clocks of records (clauses 8.3.3 and 8.6.1): started with a promise, stopped by waiting,
 * moved by a new priority, met by what people do. Every method joins the caller's transaction, acts
 * at the instant of the one clock bean, and does nothing for a record without clocks.
 */
public class Clocks {

  private final ClockStore store;
  private final TargetTable targets;
  private final Calendars calendars;
  private final ClockMath math;
  private final ClockTimers timers;
  private final Ledger ledger;
  private final Clock time;
  private final ClockReadings readings;

  public Clocks(
      ClockStore store,
      TargetTable targets,
      Calendars calendars,
      Milestones milestones,
      ClockTimers timers,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.targets = targets;
    this.calendars = calendars;
    this.math = new ClockMath(calendars, milestones);
    this.timers = timers;
    this.ledger = ledger;
    this.time = time;
    this.readings = new ClockReadings(store, math, time);
  }

  /**
   * Starts a clock for every target the table gives; without one, nothing is measured and the
   * ledger says so.
   */
  public void start(Promise promise) {
    List<Target> promised = targetsOf(promise);
    if (promised.isEmpty()) {
      ledger.write(
          Fact.of(promise.record(), "sla.notCovered")
              .with("service", promise.service())
              .with("priority", promise.priority()));
    }
    for (Target target : promised) {
      CalendarVersion calendar = calendars.current(target.calendar());
      Instant due =
          WorkingTime.due(calendar.calendar(), promise.since(), target.allowed(), List.of());
      var clock = started(promise, target, calendar, due);
      store.add(clock);
      ledger.write(
          Fact.of(clock.record(), "sla.clockStarted")
              .with("clock", clock.kind().name())
              .with("target", clock.target().toString())
              .with("calendar", calendar.name() + ":" + calendar.version())
              .with("priority", clock.priority())
              .with("dueAt", due.toString()));
    }
    rearm(promise.record());
  }

  private List<Target> targetsOf(Promise promise) {
    return targets.targets(
        promise.bundle(), promise.service(), promise.customer(), promise.priority());
  }

  private SlaClock started(Promise promise, Target target, CalendarVersion calendar, Instant due) {
    return new SlaClock(
        UUID.randomUUID(),
        promise.record(),
        target.kind(),
        promise.run(),
        promise.bundle(),
        promise.priority(),
        promise.level(),
        target.allowed(),
        target.allowed(),
        calendar.name(),
        calendar.version(),
        target.pauseReasons(),
        target.priorityChange(),
        target.reopening(),
        target.downgradeLimit(),
        promise.since(),
        due,
        1,
        promise.since(),
        null,
        null,
        null);
  }

  /** Whether the record has clocks at all, running or done. */
  public boolean measures(String record) {
    return !store.of(record).isEmpty();
  }

  /**
   * Computes the open clocks anew for a new priority. The calendar, its version and the pause
   * reasons stay those the clock was started with; a recorded breach stays.
   */
  public void priorityChanged(Promise promise) {
    for (Target target : targetsOf(promise)) {
      change(
          promise.record(),
          clock -> clock.kind() == target.kind() && clock.isOpen(),
          "sla.targetChanged",
          clock -> promised(clock, promise.priority(), target));
    }
    rearm(promise.record());
  }

  private SlaClock promised(SlaClock clock, String priority, Target target) {
    Duration elapsed = math.elapsed(clock, store.pauses(clock.record()), now());
    return clock.priorityChange().apply(clock, priority, target, elapsed, now());
  }

  /**
   * Whether this priority promises more time than the record's has left of its freedom: a later due
   * after the limit percent of the allowed time has been used.
   */
  public boolean isLateDowngrade(Promise promise) {
    List<Target> promised = targetsOf(promise);
    List<Pause> pauses = store.pauses(promise.record());
    return store.of(promise.record()).stream()
        .filter(SlaClock::isOpen)
        .anyMatch(
            clock ->
                promised.stream()
                        .anyMatch(
                            target ->
                                target.kind() == clock.kind()
                                    && target.allowed().compareTo(clock.target()) > 0)
                    && math.percent(clock, pauses, now()) >= clock.downgradeLimit());
  }

  /** A person has acknowledged the record: meets the response clock. Later calls do nothing. */
  public void acknowledged(String record) {
    meet(record, ClockKind.RESPONSE);
  }

  /** The service works again: closes open pauses at this instant, then meets every open clock. */
  public void resolved(String record) {
    store.pauses(record).stream()
        .filter(Pause::isOpen)
        .forEach(pause -> store.close(record, pause.reason(), now()));
    meet(record, ClockKind.RESPONSE);
    meet(record, ClockKind.RESOLUTION);
    if (measures(record)) {
      store.open(new Pause(record, Pause.RESOLVED, now(), null));
    }
  }

  private void meet(String record, ClockKind kind) {
    boolean changed =
        change(
            record,
            clock -> clock.kind() == kind && clock.isOpen(),
            "sla.clockMet",
            clock -> judged(clock).met(now()));
    if (changed) {
      rearm(record);
    }
  }

  private SlaClock judged(SlaClock clock) {
    SlaClock current = clock.due(math.due(clock, store.pauses(clock.record()), now()), now());
    return current.breachedAt() == null && now().isAfter(current.dueAt())
        ? current.breached(current.dueAt())
        : current;
  }

  /**
   * The resolution did not hold: the resolution clock goes on (or starts anew, as its target says).
   */
  public void reopened(String record) {
    store.close(record, Pause.RESOLVED, now());
    change(
        record,
        clock -> clock.kind() == ClockKind.RESOLUTION && clock.cancelledAt() == null,
        "sla.clockReopened",
        clock ->
            clock.reopening() == Reopening.RESTART ? clock.startedAgain(now()) : clock.met(null));
    rearm(record);
  }

  /** The record waits from now on. Clocks whose target does not count the reason go on. */
  public void waiting(String record, String reason) {
    store.open(new Pause(record, reason, now(), null));
    rearm(record);
  }

  /** The wait for that reason is over. */
  public void resumed(String record, String reason) {
    store.close(record, reason, now());
    rearm(record);
  }

  /**
   * Nobody waits for the promise any more (cancelled, not an incident, agreement ended): open
   * clocks end, alarms stop.
   */
  public void cancelled(String record) {
    change(record, SlaClock::isOpen, "sla.clockCancelled", clock -> clock.cancelled(now()));
    rearm(record);
  }

  /** The record is in other hands; the escalation table may say otherwise for another level. */
  public void levelChanged(String record, int level) {
    for (SlaClock clock : store.of(record)) {
      if (clock.isOpen() && clock.level() != level) {
        store.save(clock.atLevel(level));
      }
    }
    rearm(record);
  }

  private boolean change(
      String record, Predicate<SlaClock> which, String what, UnaryOperator<SlaClock> change) {
    boolean any = false;
    for (SlaClock was : store.of(record)) {
      if (which.test(was)) {
        SlaClock changed = change.apply(was);
        SlaClock is =
            changed.isOpen()
                ? changed.due(math.due(changed, store.pauses(record), now()), now())
                : changed;
        store.save(is);
        ledger.write(fact(record, what, was, is));
        any = true;
      }
    }
    return any;
  }

  private static Fact fact(String record, String what, SlaClock was, SlaClock is) {
    return Fact.of(record, what)
        .with("clock", is.kind().name())
        .changed("priority", was.priority(), is.priority())
        .changed("target", was.target().toString(), is.target().toString())
        .changed("dueAt", was.dueAt().toString(), is.dueAt().toString())
        .changed("metAt", Objects.toString(was.metAt(), null), Objects.toString(is.metAt(), null))
        .changed(
            "breachedAt",
            Objects.toString(was.breachedAt(), null),
            Objects.toString(is.breachedAt(), null))
        .changed(
            "cancelledAt",
            Objects.toString(was.cancelledAt(), null),
            Objects.toString(is.cancelledAt(), null));
  }

  /** Brings stored due instants, engine timers and task due dates in line with the facts. */
  private void rearm(String record) {
    Instant now = now();
    List<Pause> pauses = store.pauses(record);
    List<ClockTimers.Rearmed> moved = new ArrayList<>();
    String run = null;
    for (SlaClock clock : store.of(record)) {
      run = clock.run();
      SlaClock current = clock.isOpen() ? clock.due(math.due(clock, pauses, now), now) : clock;
      if (current != clock) {
        store.save(current);
      }
      moved.add(new ClockTimers.Rearmed(current.timer(), math.next(current, pauses, now)));
    }
    if (run != null) {
      timers.rearm(run, moved, taskDue(record).orElse(null));
    }
  }

  /**
   * The instant a user task of the record is due: the earliest due of its clocks that still count.
   */
  public Optional<Instant> taskDue(String record) {
    return store.of(record).stream()
        .filter(SlaClock::isOpen)
        .map(SlaClock::dueAt)
        .min(Comparator.naturalOrder());
  }

  /**
   * The next date of a clock's timer, strictly later than {@code now}; far away for a clock at rest
   * or unknown.
   */
  public Instant nextMilestone(String record, ClockKind kind, Instant now) {
    return store.of(record).stream()
        .filter(clock -> clock.kind() == kind)
        .findFirst()
        .map(clock -> math.next(clock, store.pauses(record), now))
        .orElse(ClockMath.REST);
  }

  /** Milestones of the record's clocks that are due and nobody has acted on, earliest first. */
  public List<DueMilestone> pending(String record) {
    List<Pause> pauses = store.pauses(record);
    return store.of(record).stream()
        .flatMap(clock -> math.pending(clock, pauses, store.reached(clock.id()), now()).stream())
        .sorted(Comparator.comparing(DueMilestone::at))
        .toList();
  }

  /**
   * Takes a milestone, once per clock and generation on all nodes; a breach is recorded with it.
   *
   * @return false if somebody else has taken it
   */
  public boolean take(DueMilestone due) {
    SlaClock clock = due.clock();
    var reached = new ReachedMilestone(clock.id(), clock.generation(), due.name(), due.at(), now());
    if (!store.remember(reached)) {
      return false;
    }
    ledger.write(
        Fact.of(clock.record(), "sla.milestoneReached")
            .with("clock", clock.kind().name())
            .with("milestone", due.name())
            .with("generation", clock.generation())
            .with("dueAt", due.at().toString())
            .with("lateness", reached.lateness().toString()));
    if (due.milestone().isBreach()) {
      change(
          clock.record(),
          one -> one.id().equals(clock.id()) && one.breachedAt() == null,
          "sla.breached",
          one -> one.breached(due.at()));
    }
    return true;
  }

  public List<ClockView> of(String record) {
    return readings.of(record);
  }

  /** For lists: the clocks of many records in one query. */
  public Map<String, List<ClockView>> of(Collection<String> records) {
    return readings.of(records);
  }

  /** Why a clock is due then: the working windows up to it, the pauses, the versions. */
  public Optional<Explanation> explain(String record, ClockKind kind) {
    return readings.explain(record, kind);
  }

  /**
   * Working time or days after an instant, in the calendar of the record's resolution clock (or any
   * other it has).
   *
   * @param otherwise name of the calendar for a record that no agreement covers
   */
  public Instant after(String record, WorkingSpan span, Instant from, String otherwise) {
    WorkingCalendar calendar =
        store.of(record).stream()
            .max(Comparator.comparing(SlaClock::kind))
            .map(math::calendar)
            .orElseGet(() -> calendars.current(otherwise).calendar());
    return span.after(calendar, from);
  }

  private Instant now() {
    return time.instant();
  }
}
