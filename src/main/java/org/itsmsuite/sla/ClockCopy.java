package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;

/** A clock on its way to becoming another: everything that can change about one. */
final class ClockCopy {

  private final SlaClock of;
  String priority;
  int level;
  ClockTerms terms;
  Duration allowed;
  Instant startedAt;
  Instant dueAt;
  int generation;
  Instant generationSince;
  Instant metAt;
  Instant breachedAt;
  Instant cancelledAt;
  int kept;
  int missed;
  int version;

  ClockCopy(SlaClock of) {
    this.of = of;
    priority = of.priority();
    level = of.level();
    terms = of.terms();
    allowed = of.allowed();
    startedAt = of.startedAt();
    dueAt = of.dueAt();
    generation = of.generation();
    generationSince = of.generationSince();
    metAt = of.metAt();
    breachedAt = of.breachedAt();
    cancelledAt = of.cancelledAt();
    kept = of.kept();
    missed = of.missed();
    version = of.version();
  }

  SlaClock clock() {
    return new SlaClock(
        of.id(),
        of.record(),
        of.kind(),
        of.run(),
        of.bundle(),
        priority,
        level,
        terms,
        allowed,
        startedAt,
        dueAt,
        generation,
        generationSince,
        metAt,
        breachedAt,
        cancelledAt,
        kept,
        missed,
        version);
  }
}
