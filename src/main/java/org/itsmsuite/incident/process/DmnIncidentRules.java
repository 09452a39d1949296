package org.itsmsuite.incident.process;

import java.util.List;
import java.util.Map;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.incident.IncidentRules;
import org.itsmsuite.incident.WaitingReason;
import org.springframework.stereotype.Component;

/** Reads the released tables {@code incident-reminders} and {@code incident-closing}. */
@Component
public class DmnIncidentRules implements IncidentRules {

  private final Decisions decisions;

  public DmnIncidentRules(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Waiting waiting(String bundle, WaitingReason reason, String priority) {
    var rule =
        only(
            bundle,
            "incident-reminders",
            Map.of("waitingFor", reason.name(), "priority", priority));
    int reminders = ((Number) rule.get("reminders")).intValue();
    return new Waiting(
        reminders == 0 ? null : WorkingSpan.parse((String) rule.get("remindEvery")),
        reminders,
        WorkingSpan.parse((String) rule.get("giveUpAfter")),
        "RESOLVE".equals(rule.get("thenWhat")),
        (String) rule.get("calendar"));
  }

  @Override
  public Closing closing(String bundle, String priority) {
    var rule = only(bundle, "incident-closing", Map.of("priority", priority));
    return new Closing(
        WorkingSpan.parse((String) rule.get("closeAfter")),
        WorkingSpan.parse((String) rule.get("reopenWithin")),
        (String) rule.get("calendar"));
  }

  private Map<String, Object> only(String bundle, String decision, Map<String, ?> inputs) {
    List<Map<String, Object>> rules = decisions.evaluate(bundle, decision, inputs);
    if (rules.size() != 1) {
      throw new IllegalStateException(
          decision + " gives " + rules.size() + " rules for " + inputs + ", not one");
    }
    return rules.get(0);
  }
}
