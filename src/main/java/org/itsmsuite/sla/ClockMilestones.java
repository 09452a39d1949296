package org.itsmsuite.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;

/** Milestones of a record's clocks: the next one, those that are due, each taken once. */
class ClockMilestones {

  private final ClockStore store;
  private final ClockMath math;
  private final ClockWork work;
  private final Ledger ledger;

  ClockMilestones(ClockStore store, ClockMath math, ClockWork work, Ledger ledger) {
    this.store = store;
    this.math = math;
    this.work = work;
    this.ledger = ledger;
  }

  Instant next(String record, ClockKind kind, Instant now) {
    return store.of(record).stream()
        .filter(clock -> clock.kind() == kind)
        .findFirst()
        .map(clock -> math.next(clock, store.pauses(record), now))
        .orElse(ClockMath.REST);
  }

  List<DueMilestone> pending(String record) {
    List<Pause> pauses = store.pauses(record);
    return store.of(record).stream()
        .flatMap(
            clock -> math.pending(clock, pauses, store.reached(clock.id()), work.now()).stream())
        .sorted(Comparator.comparing(DueMilestone::at))
        .toList();
  }

  boolean take(DueMilestone due) {
    SlaClock clock = due.clock();
    var reached =
        new ReachedMilestone(clock.id(), clock.generation(), due.name(), due.at(), work.now());
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
      work.change(
          clock.record(),
          one -> one.id().equals(clock.id()) && one.breachedAt() == null,
          "sla.breached",
          one -> one.breached(due.at()));
    }
    return true;
  }
}
