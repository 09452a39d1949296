package org.itsmsuite.change;

import java.time.Instant;

/** What came of a change, as far as it has come; each part is null before. */
public record ChangeResult(
    Instant startedAt,
    Implementation implementation,
    String implementationSummary,
    Instant implementedAt,
    Outcome outcome,
    String outcomeSummary,
    Instant reviewedAt,
    Instant endedAt) {

  public static final ChangeResult NONE =
      new ChangeResult(null, null, null, null, null, null, null, null);

  ChangeResult started(Instant at) {
    return new ChangeResult(at, null, null, null, null, null, null, null);
  }

  ChangeResult implemented(Implementation made, String summary, Instant at) {
    return new ChangeResult(startedAt, made, summary, at, null, null, null, null);
  }

  ChangeResult reviewed(Outcome found, String summary, Instant at) {
    return new ChangeResult(
        startedAt, implementation, implementationSummary, implementedAt, found, summary, at, null);
  }

  ChangeResult ended(Instant at) {
    return new ChangeResult(
        startedAt,
        implementation,
        implementationSummary,
        implementedAt,
        outcome,
        outcomeSummary,
        reviewedAt,
        at);
  }
}
