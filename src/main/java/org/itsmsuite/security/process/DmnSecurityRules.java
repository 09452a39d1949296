package org.itsmsuite.security.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.security.SecurityRules;
import org.itsmsuite.security.Stage;
import org.itsmsuite.sla.Milestone;
import org.springframework.stereotype.Component;

/** Reads the released tables {@code security-deadlines} and {@code security-escalation}. */
@Component
public class DmnSecurityRules implements SecurityRules {

  private final Decisions decisions;

  public DmnSecurityRules(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Allowed deadline(String bundle, Stage stage, String priority, boolean personalData) {
    Map<String, Object> inputs = inputs(stage, priority);
    inputs.put("personalData", personalData);
    List<Map<String, Object>> rules = decisions.evaluate(bundle, "security-deadlines", inputs);
    if (rules.size() != 1) {
      throw new IllegalStateException(
          "security-deadlines gives " + rules.size() + " rules for " + inputs + ", not one");
    }
    Map<String, Object> rule = rules.get(0);
    return new Allowed(
        WorkingSpan.parse((String) rule.get("within")),
        "REPORTED".equals(rule.get("countsFrom")),
        (String) rule.get("calendar"));
  }

  @Override
  public List<Telling> tellings(String bundle, Stage stage, String priority) {
    return decisions.evaluate(bundle, "security-escalation", inputs(stage, priority)).stream()
        .map(
            rule ->
                new Telling(Milestone.parse((String) rule.get("at")), (String) rule.get("role")))
        .distinct()
        .toList();
  }

  private static Map<String, Object> inputs(Stage stage, String priority) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("stage", stage.name());
    inputs.put("priority", priority);
    return inputs;
  }
}
