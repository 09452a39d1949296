package org.itsmsuite.sla.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.PriorityChange;
import org.itsmsuite.sla.Reopening;
import org.itsmsuite.sla.Target;
import org.itsmsuite.sla.TargetTable;
import org.springframework.stereotype.Component;

/** Reads targets from the released decision table {@code sla-target}: one rule per promise. */
@Component
public class DmnTargetTable implements TargetTable {

  private final Decisions decisions;

  public DmnTargetTable(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public List<Target> targets(String bundle, String service, String customer, String priority) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("service", service);
    inputs.put("customer", customer);
    inputs.put("priority", priority);
    return decisions.evaluate(bundle, "sla-target", inputs).stream()
        .map(DmnTargetTable::target)
        .toList();
  }

  private static Target target(Map<String, Object> rule) {
    return new Target(
        ClockKind.valueOf((String) rule.get("clock")),
        allowed((String) rule.get("target")),
        (String) rule.get("calendar"),
        reasons((String) rule.get("pauseReasons")),
        PriorityChange.valueOf((String) rule.get("priorityChange")),
        Reopening.valueOf((String) rule.get("reopening")),
        ((Number) rule.get("downgradeLimit")).intValue(),
        (String) rule.get("agreement"),
        (String) rule.get("requirement"));
  }

  private static Duration allowed(String text) {
    Duration allowed = Duration.parse(text);
    if (allowed.isZero() || allowed.isNegative()) {
      throw Refusal.invalid(
          "sla.target-not-positive",
          "target",
          "A target must be positive; sla-target gives " + text + ".");
    }
    return allowed;
  }

  private static Set<String> reasons(String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toSet());
  }
}
