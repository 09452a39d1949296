package org.itsmsuite.sla;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.sla.ClockWork.Change;

/** What a priority promises: clocks started with the first one, and moved by each other. */
class PromisedClocks {

  private final ClockStore store;
  private final Promises promises;
  private final ClockMath math;
  private final ClockWork work;
  private final UpdateClocks updates;
  private final Ledger ledger;

  PromisedClocks(
      ClockStore store,
      Promises promises,
      ClockMath math,
      ClockWork work,
      UpdateClocks updates,
      Ledger ledger) {
    this.store = store;
    this.promises = promises;
    this.math = math;
    this.work = work;
    this.updates = updates;
    this.ledger = ledger;
  }

  void start(Promise promise) {
    List<Target> rows = promises.rows(promise);
    if (rows.isEmpty()) {
      ledger.write(notCovered(promise));
    }
    Map<String, String> gaps = promises.gaps(rows, promise);
    gaps.forEach(
        (agreement, why) ->
            ledger.write(notCovered(promise).with("agreement", agreement).with("why", why)));
    for (Target target : rows) {
      if (target.kind() != ClockKind.UPDATE && !gaps.containsKey(target.agreement())) {
        var terms = ClockTerms.of(target, work.calendar(target.calendar()));
        work.start(promise, target.kind(), terms, promise.since());
      }
    }
    work.rearm(promise.record());
  }

  private static Fact notCovered(Promise promise) {
    return Fact.of(promise.record(), "sla.notCovered")
        .with("service", promise.service())
        .with("priority", promise.priority());
  }

  void priorityChanged(Promise promise) {
    List<Target> promised = promises.held(promise);
    work.each(promise.record(), clock -> clock.isOpen() ? moved(clock, promise, promised) : null);
    work.rearm(promise.record());
  }

  private Change moved(SlaClock clock, Promise promise, List<Target> promised) {
    Optional<Target> target =
        clock.isPeriodic()
            ? Optional.empty()
            : promised.stream().filter(one -> one.kind() == clock.kind()).findFirst();
    if (target.isPresent()) {
      return new Change("sla.targetChanged", moved(clock, promise.priority(), target.get()));
    }
    return clock.kind() == ClockKind.UPDATE
        ? updates.withoutTarget(clock, promise.priority())
        : null;
  }

  private SlaClock moved(SlaClock clock, String priority, Target target) {
    Duration elapsed = math.elapsed(clock, store.pauses(clock.record()), work.now());
    return clock.terms().priorityChange().apply(clock, priority, target, elapsed, work.now());
  }

  boolean isLateDowngrade(Promise promise) {
    List<Target> promised = promises.held(promise);
    List<Pause> pauses = store.pauses(promise.record());
    return store.of(promise.record()).stream()
        .filter(SlaClock::concernsTheWork)
        .filter(clock -> promised.stream().anyMatch(target -> isLonger(target, clock)))
        .anyMatch(
            clock -> math.percent(clock, pauses, work.now()) >= clock.terms().downgradeLimit());
  }

  private static boolean isLonger(Target target, SlaClock clock) {
    return target.kind() == clock.kind() && target.allowed().compareTo(clock.target()) > 0;
  }
}
