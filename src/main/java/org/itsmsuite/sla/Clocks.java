package org.itsmsuite.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.sla.ClockWork.Change;

/**
 * The clocks of records (clauses 8.3.3 and 8.6.1): started with a promise, stopped by waiting,
 * moved by a new priority, met by what people do. Every method joins the caller's transaction, acts
 * at the instant of the one clock bean, and does nothing for a record without clocks.
 */
public class Clocks {

  private final ClockStore store;
  private final Calendars calendars;
  private final ClockMath math;
  private final ClockWork work;
  private final UpdateClocks updates;
  private final PromisedClocks promised;
  private final ClockMilestones milestones;
  private final ClockReadings readings;

  public Clocks(
      ClockStore store,
      TargetTable targets,
      Coverage coverage,
      Calendars calendars,
      Milestones milestones,
      ClockTimers timers,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.calendars = calendars;
    this.math = new ClockMath(calendars, milestones);
    this.work = new ClockWork(store, calendars, math, timers, ledger, time);
    var promises = new Promises(targets, coverage);
    this.updates = new UpdateClocks(store, promises, work);
    this.promised = new PromisedClocks(store, promises, math, work, updates, ledger);
    this.milestones = new ClockMilestones(store, math, work, ledger);
    this.readings = new ClockReadings(store, math, time);
  }

  /**
   * Starts a clock for every target the table gives, update targets aside: they wait for {@link
   * #replyAwaited}. Without a target, or where the agreement behind it does not hold at the
   * record's opening, nothing is measured, and the ledger says so and why.
   */
  public void start(Promise promise) {
    promised.start(promise);
  }

  /** Whether the record has clocks at all, running or done. */
  public boolean measures(String record) {
    return !store.of(record).isEmpty();
  }

  /**
   * Computes the open clocks anew for a new priority. The calendar, its version and the pause
   * reasons stay those the clock was started with; a recorded breach stays. A clock that waits for
   * an answer ends as cancelled if the new priority promises none; periodic word stays as it is.
   */
  public void priorityChanged(Promise promise) {
    promised.priorityChanged(promise);
  }

  /**
   * Whether this priority promises more time than the record's has left of its freedom: a later due
   * after the limit percent of the allowed time has been used.
   */
  public boolean isLateDowngrade(Promise promise) {
    return promised.isLateDowngrade(promise);
  }

  /** A person has acknowledged the record: meets the response clock. Later calls do nothing. */
  public void acknowledged(String record) {
    if (work.change(
        record,
        clock -> clock.kind() == ClockKind.RESPONSE && clock.isOpen(),
        "sla.clockMet",
        work::met)) {
      work.rearm(record);
    }
  }

  /**
   * A person has written something that the requester can see: meets the response clock, and the
   * update clock of somebody who waited for an answer. Periodic word is due anew, from now on.
   */
  public void replied(String record) {
    if (work.each(record, this::replied)) {
      work.rearm(record);
    }
  }

  private Change replied(SlaClock clock) {
    if (!clock.isOpen()) {
      return null;
    }
    return switch (clock.kind()) {
      case RESPONSE -> new Change("sla.clockMet", work.met(clock));
      case RESOLUTION -> null;
      case UPDATE -> updates.given(clock);
    };
  }

  /**
   * The requester has written and waits for our word: starts the update clock that the table
   * promises, from now on. Before the response the response is what is due, and nothing starts;
   * neither does it on a record that is resolved or cancelled. An update clock that runs already
   * goes on, and with it the earlier due.
   */
  public void replyAwaited(Promise promise) {
    updates.awaited(promise);
  }

  /**
   * Word to those concerned is due every so often, from now on and until {@link #updatesEnded}, as
   * major incidents need it. Replaces a clock that waits for an answer, and an earlier period. No
   * wait stops it.
   *
   * @param every working time, positive ({@code sla.target-not-positive})
   * @param calendar name of the working calendar; the clock keeps its version of now
   * @throws org.itsmsuite.calendar.UnknownCalendarException if there is no such calendar
   */
  public void keepUpdating(Promise promise, Duration every, String calendar) {
    updates.keepUpdating(promise, every, calendar);
  }

  /**
   * Periodic word is wanted no longer: its clock ends as cancelled, with a breach counted if it was
   * overdue. A clock that waits for an answer goes on.
   */
  public void updatesEnded(String record) {
    updates.ended(record);
  }

  /**
   * Another record of the same matter was opened earlier: open response and resolution clocks count
   * from that instant on. One that is not earlier than their start changes nothing. What is past by
   * then is {@link #pending} at once; the caller has it acted on.
   */
  public void openedEarlier(String record, Instant earlier) {
    if (work.change(
        record,
        clock ->
            clock.isOpen()
                && clock.kind() != ClockKind.UPDATE
                && earlier.isBefore(clock.startedAt()),
        "sla.openedEarlier",
        clock -> clock.startedAt(earlier))) {
      work.rearm(record);
    }
  }

  /** The service works again: closes open pauses at this instant, then meets every open clock. */
  public void resolved(String record) {
    endPauses(record);
    if (work.change(record, SlaClock::isOpen, "sla.clockMet", work::met)) {
      work.rearm(record);
    }
    if (measures(record)) {
      store.open(new Pause(record, Pause.RESOLVED, work.now(), null));
    }
  }

  private void endPauses(String record) {
    store.pauses(record).stream()
        .filter(Pause::isOpen)
        .forEach(pause -> store.close(record, pause.reason(), work.now()));
  }

  /**
   * The resolution did not hold: the resolution clock goes on (or starts anew, as its target says).
   * Periodic word that ended with the resolution is due anew; who waited for an answer has had it.
   * Clocks that were cancelled because it was taken for something else count on from their start.
   */
  public void reopened(String record) {
    store.close(record, Pause.RESOLVED, work.now());
    work.change(
        record,
        clock -> clock.kind() == ClockKind.RESOLUTION && clock.cancelledAt() == null,
        "sla.clockReopened",
        clock ->
            clock.terms().reopening() == Reopening.RESTART
                ? clock.startedAgain(work.now())
                : clock.met(null));
    updates.reopened(record);
    work.change(
        record,
        clock -> clock.kind() != ClockKind.UPDATE && clock.cancelledAt() != null,
        "sla.clockReopened",
        clock -> clock.cancelled(null));
    work.rearm(record);
  }

  /** The record waits from now on. Clocks whose target does not count the reason go on. */
  public void waiting(String record, String reason) {
    store.open(new Pause(record, reason, work.now(), null));
    work.rearm(record);
  }

  /** The wait for that reason is over. */
  public void resumed(String record, String reason) {
    store.close(record, reason, work.now());
    work.rearm(record);
  }

  /**
   * Nobody waits for the promise any more (cancelled, not an incident, agreement ended): open
   * clocks end, alarms stop.
   */
  public void cancelled(String record) {
    endPauses(record);
    work.change(record, SlaClock::isOpen, "sla.clockCancelled", work::cancelled);
    work.rearm(record);
  }

  /** The record is in other hands; the escalation table may say otherwise for another level. */
  public void levelChanged(String record, int level) {
    for (SlaClock clock : store.of(record)) {
      if (clock.isOpen() && clock.level() != level) {
        store.save(clock.atLevel(level));
      }
    }
    work.rearm(record);
  }

  /**
   * The instant a user task of the record is due: the earliest due of its clocks that still count.
   * Periodic word is left out, for it has a task of its own.
   */
  public Optional<Instant> taskDue(String record) {
    return ClockWork.taskDue(store.of(record));
  }

  /** When the record's clock of that kind is due; empty if none runs. */
  public Optional<Instant> due(String record, ClockKind kind) {
    return ClockWork.due(store.of(record), kind);
  }

  /**
   * The next date of a clock's timer, strictly later than {@code now}; far away for a clock at rest
   * or unknown.
   */
  public Instant nextMilestone(String record, ClockKind kind, Instant now) {
    return milestones.next(record, kind, now);
  }

  /** Milestones of the record's clocks that are due and nobody has acted on, earliest first. */
  public List<DueMilestone> pending(String record) {
    return milestones.pending(record);
  }

  /**
   * Takes a milestone, once per clock and generation on all nodes; a breach is recorded with it.
   *
   * @return false if somebody else has taken it
   */
  public boolean take(DueMilestone due) {
    return milestones.take(due);
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
            .max(Comparator.comparing(clock -> clock.kind() == ClockKind.RESOLUTION))
            .map(math::calendar)
            .orElseGet(() -> calendars.current(otherwise).calendar());
    return span.after(calendar, from);
  }
}
