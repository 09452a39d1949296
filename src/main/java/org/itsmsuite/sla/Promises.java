package org.itsmsuite.sla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the table promises to a record, as far as agreements stand behind it. */
class Promises {

  private final TargetTable targets;
  private final Coverage coverage;

  Promises(TargetTable targets, Coverage coverage) {
    this.targets = targets;
    this.coverage = coverage;
  }

  /** Rows of the table, held or not. */
  List<Target> rows(Promise promise) {
    return targets.targets(
        promise.bundle(), promise.service(), promise.customer(), promise.priority());
  }

  /** Rows whose agreement holds. */
  List<Target> held(Promise promise) {
    return rows(promise).stream().filter(target -> gap(target, promise).isEmpty()).toList();
  }

  /** Agreements of these rows that do not hold, each with its reason. */
  Map<String, String> gaps(List<Target> rows, Promise promise) {
    Map<String, String> gaps = new LinkedHashMap<>();
    rows.forEach(
        target -> gap(target, promise).ifPresent(why -> gaps.put(target.agreement(), why)));
    return gaps;
  }

  Optional<String> gap(Target target, Promise promise) {
    return target.agreement() == null
        ? Optional.empty()
        : coverage.gap(target.agreement(), promise.since());
  }
}
