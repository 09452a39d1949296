package org.itsmsuite.sla;

import java.time.Duration;
import java.util.Set;

/**
 * One promise, as the {@code sla-target} table gives it.
 *
 * @param allowed working time, always positive
 * @param calendar name of the working calendar it counts in
 * @param pauseReasons reasons of waiting that stop this clock; empty means none does
 * @param downgradeLimit percent of the allowed time after which only an incident manager, with a
 *     reason, may lower the priority
 * @param agreement id of the agreement behind it; null in tables released before agreements were
 *     named
 * @param requirement id of the requirement of that agreement which it measures, or null as above
 */
public record Target(
    ClockKind kind,
    Duration allowed,
    String calendar,
    Set<String> pauseReasons,
    PriorityChange priorityChange,
    Reopening reopening,
    int downgradeLimit,
    String agreement,
    String requirement) {

  public Target {
    if (allowed.isZero() || allowed.isNegative()) {
      throw new IllegalArgumentException("A target must be positive: " + allowed);
    }
    pauseReasons = Set.copyOf(pauseReasons);
  }
}
