package org.itsmsuite.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.itsmsuite.calendar.CalendarVersion;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingTime;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;

/**
 * What every change of a clock takes: the row, one fact of it, and timers and due dates that agree
 * with it.
 */
class ClockWork {

  /**
   * What becomes of a clock.
   *
   * @param what the fact that is written
   */
  record Change(String what, SlaClock is) {}

  private final ClockStore store;
  private final Calendars calendars;
  private final ClockMath math;
  private final ClockTimers timers;
  private final Ledger ledger;
  private final Clock time;

  ClockWork(
      ClockStore store,
      Calendars calendars,
      ClockMath math,
      ClockTimers timers,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.calendars = calendars;
    this.math = math;
    this.timers = timers;
    this.ledger = ledger;
    this.time = time;
  }

  Instant now() {
    return time.instant();
  }

  CalendarVersion calendar(String name) {
    return calendars.current(name);
  }

  /** Starts a clock that the record did not have before. */
  void start(Promise promise, ClockKind kind, ClockTerms terms, Instant since) {
    var calendar = calendars.version(terms.calendar(), terms.calendarVersion()).calendar();
    Instant due = WorkingTime.due(calendar, since, terms.target(), List.of());
    var clock = SlaClock.started(promise, kind, terms, since, due);
    store.add(clock);
    started(clock);
  }

  private void started(SlaClock clock) {
    ClockTerms terms = clock.terms();
    Fact fact =
        Fact.of(clock.record(), "sla.clockStarted")
            .with("clock", clock.kind().name())
            .with("target", clock.target().toString())
            .with("calendar", terms.calendar() + ":" + terms.calendarVersion())
            .with("priority", clock.priority())
            .with("dueAt", clock.dueAt().toString());
    ledger.write(
        terms.agreement() == null
            ? fact
            : fact.with("agreement", terms.agreement()).with("requirement", terms.requirement()));
  }

  /** A clock's next round from now on; the row, as it was read, stays unchanged until saved. */
  SlaClock round(SlaClock clock, ClockTerms terms) {
    SlaClock next = clock.round(terms, now(), clock.dueAt());
    return clock.round(terms, now(), math.due(next, store.pauses(clock.record()), now()));
  }

  boolean change(
      String record, Predicate<SlaClock> which, String what, UnaryOperator<SlaClock> change) {
    return each(record, clock -> which.test(clock) ? new Change(what, change.apply(clock)) : null);
  }

  /**
   * Changes the clocks for which something is to happen.
   *
   * @param decide gives null for a clock that stays as it is
   * @return whether any has changed
   */
  boolean each(String record, Function<SlaClock, Change> decide) {
    boolean any = false;
    for (SlaClock was : store.of(record)) {
      Change change = decide.apply(was);
      if (change != null) {
        SlaClock is = change.is();
        if (is.isOpen()) {
          is = is.due(math.due(is, store.pauses(record), now()), now());
        }
        store.save(is);
        write(change.what(), was, is);
        any = true;
      }
    }
    return any;
  }

  /** The fact of a change that is saved together with another one. */
  void write(String what, SlaClock was, SlaClock is) {
    if (what.equals("sla.clockStarted")) {
      started(is);
    } else {
      ledger.write(fact(what, was, is));
    }
  }

  private static Fact fact(String what, SlaClock was, SlaClock is) {
    return Fact.of(is.record(), what)
        .with("clock", is.kind().name())
        .changed("priority", was.priority(), is.priority())
        .changed("target", was.target().toString(), is.target().toString())
        .changed("agreement", was.terms().agreement(), is.terms().agreement())
        .changed("requirement", was.terms().requirement(), is.terms().requirement())
        .changed("startedAt", text(was.startedAt()), text(is.startedAt()))
        .changed("dueAt", text(was.dueAt()), text(is.dueAt()))
        .changed("metAt", text(was.metAt()), text(is.metAt()))
        .changed("breachedAt", text(was.breachedAt()), text(is.breachedAt()))
        .changed("cancelledAt", text(was.cancelledAt()), text(is.cancelledAt()))
        .changed("roundsKept", was.kept(), is.kept())
        .changed("roundsMissed", was.missed(), is.missed());
  }

  private static String text(Instant instant) {
    return Objects.toString(instant, null);
  }

  /** The clock with its due instant as of now, and with the breach nobody has noticed yet. */
  SlaClock judged(SlaClock clock) {
    SlaClock current = clock.due(math.due(clock, store.pauses(clock.record()), now()), now());
    return current.breachedAt() == null && now().isAfter(current.dueAt())
        ? current.breached(current.dueAt())
        : current;
  }

  SlaClock met(SlaClock clock) {
    return judged(clock).met(now());
  }

  SlaClock cancelled(SlaClock clock) {
    return (clock.kind() == ClockKind.UPDATE ? judged(clock) : clock).cancelled(now());
  }

  /** Brings stored due instants, engine timers and task due dates in line with the facts. */
  void rearm(String record) {
    Instant now = now();
    List<Pause> pauses = store.pauses(record);
    List<SlaClock> all = new ArrayList<>();
    for (SlaClock clock : store.of(record)) {
      SlaClock current = clock.isOpen() ? clock.due(math.due(clock, pauses, now), now) : clock;
      if (current != clock) {
        store.save(current);
      }
      all.add(current);
    }
    if (!all.isEmpty()) {
      timers.rearm(
          new ClockTimers.Rearmed(
              record,
              all.get(0).run(),
              all.stream().collect(ClockTimers.dates(clock -> math.next(clock, pauses, now))),
              taskDue(all).orElse(null),
              all.stream().anyMatch(clock -> clock.kind() == ClockKind.UPDATE),
              due(all, ClockKind.UPDATE).orElse(null)));
    }
  }

  static Optional<Instant> taskDue(List<SlaClock> clocks) {
    return clocks.stream()
        .filter(SlaClock::concernsTheWork)
        .map(SlaClock::dueAt)
        .min(Comparator.naturalOrder());
  }

  static Optional<Instant> due(List<SlaClock> clocks, ClockKind kind) {
    return clocks.stream()
        .filter(clock -> clock.kind() == kind && clock.isOpen())
        .map(SlaClock::dueAt)
        .findFirst();
  }
}
