package org.itsmsuite.sla;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockWork.Change;

/**
 * Clocks for the next word. One that waits for an answer runs from the requester's message to ours;
 * a periodic one runs from word to word for as long as it is wanted. A record has one of them at a
 * time.
 */
class UpdateClocks {

  private final ClockStore store;
  private final Promises promises;
  private final ClockWork work;

  UpdateClocks(ClockStore store, Promises promises, ClockWork work) {
    this.store = store;
    this.promises = promises;
    this.work = work;
  }

  /** Word was given: the round is over, and a periodic clock begins the next. */
  Change given(SlaClock clock) {
    SlaClock met = work.met(clock);
    if (!clock.isPeriodic()) {
      return new Change("sla.clockMet", met);
    }
    work.write("sla.clockMet", clock, met);
    return new Change("sla.clockStarted", work.round(met, met.terms()));
  }

  void awaited(Promise promise) {
    List<SlaClock> clocks = store.of(promise.record());
    boolean isRunning =
        clocks.stream().anyMatch(one -> one.kind() == ClockKind.UPDATE && one.isOpen());
    if (!isRunning && isWordDue(promise.record(), clocks)) {
      promised(promise)
          .ifPresent(
              target ->
                  begin(promise, ClockTerms.of(target, work.calendar(target.calendar())), clocks));
    }
  }

  /** Not before the response, which is what is due then, and not when the record is done with. */
  private boolean isWordDue(String record, List<SlaClock> clocks) {
    boolean isResponseDue =
        clocks.stream().anyMatch(one -> one.kind() == ClockKind.RESPONSE && one.isOpen());
    boolean isCancelled =
        clocks.stream()
            .anyMatch(one -> one.kind() != ClockKind.UPDATE && one.cancelledAt() != null);
    return !isResponseDue && !isCancelled && !isResolved(record);
  }

  private boolean isResolved(String record) {
    return store.pauses(record).stream()
        .anyMatch(pause -> pause.isOpen() && pause.reason().equals(Pause.RESOLVED));
  }

  private Optional<Target> promised(Promise promise) {
    return promises.held(promise).stream()
        .filter(target -> target.kind() == ClockKind.UPDATE)
        .findFirst();
  }

  void keepUpdating(Promise promise, Duration every, String calendar) {
    if (every.isZero() || every.isNegative()) {
      throw Refusal.invalid(
          "sla.target-not-positive", "every", "The time between updates must be more than zero.");
    }
    begin(promise, ClockTerms.every(every, work.calendar(calendar)), store.of(promise.record()));
  }

  private void begin(Promise promise, ClockTerms terms, List<SlaClock> clocks) {
    if (clocks.stream().noneMatch(one -> one.kind() == ClockKind.UPDATE)) {
      work.start(promise, ClockKind.UPDATE, terms, work.now());
    } else {
      each(promise.record(), clock -> begun(clock.worked(promise), terms));
    }
    work.rearm(promise.record());
  }

  private Change begun(SlaClock clock, ClockTerms terms) {
    if (!clock.isOpen()) {
      return new Change("sla.clockStarted", work.round(clock, terms));
    }
    SlaClock judged = work.judged(clock);
    SlaClock last = judged.breachedAt() == null ? clock : judged.met(work.now());
    return new Change("sla.targetChanged", work.round(last, terms));
  }

  /** No periodic word any more; a clock that waits for an answer goes on. */
  void ended(String record) {
    boolean any =
        each(record, clock -> clock.isOpen() && clock.isPeriodic() ? cancelled(clock) : null);
    if (any) {
      work.rearm(record);
    }
  }

  /** A periodic clock that ended with the resolution goes on from now. */
  void reopened(String record) {
    each(
        record,
        clock ->
            clock.isPeriodic() && clock.metAt() != null
                ? new Change("sla.clockReopened", work.round(clock, clock.terms()))
                : null);
  }

  /** What a priority without an update target does to an open clock. */
  Change withoutTarget(SlaClock clock, String priority) {
    return clock.isPeriodic()
        ? new Change("sla.targetChanged", clock.prioritised(priority))
        : cancelled(clock);
  }

  private Change cancelled(SlaClock clock) {
    return new Change("sla.clockCancelled", work.cancelled(clock));
  }

  private boolean each(String record, Function<SlaClock, Change> decide) {
    return work.each(
        record, clock -> clock.kind() == ClockKind.UPDATE ? decide.apply(clock) : null);
  }
}
