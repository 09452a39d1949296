package org.itsmsuite.escalation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.escalation.EscalationAction;
import org.itsmsuite.escalation.EscalationRule;
import org.itsmsuite.escalation.EscalationTable;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.Milestone;
import org.itsmsuite.sla.Milestones;
import org.itsmsuite.sla.SlaClock;
import org.springframework.stereotype.Component;

/**
 * Reads the released decision table {@code escalation}: its rules, and so the points on a clock
 * that matter.
 */
@Component
public class DmnEscalationTable implements EscalationTable, Milestones {

  private final Decisions decisions;

  public DmnEscalationTable(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public List<EscalationRule> rules(String bundle, ClockKind clock, String priority, int level) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("clock", clock.name());
    inputs.put("priority", priority);
    inputs.put("level", level);
    return decisions.evaluate(bundle, "escalation", inputs).stream()
        .map(DmnEscalationTable::rule)
        .toList();
  }

  private static EscalationRule rule(Map<String, Object> row) {
    return new EscalationRule(
        Milestone.parse((String) row.get("at")),
        EscalationAction.valueOf((String) row.get("action")),
        (String) row.get("role"));
  }

  @Override
  public List<Milestone> of(SlaClock clock) {
    return rules(clock.bundle(), clock.kind(), clock.priority(), clock.level()).stream()
        .map(EscalationRule::at)
        .distinct()
        .toList();
  }
}
