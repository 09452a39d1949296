package org.itsmsuite.incident.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.refusal.Blank;

/**
 * What this code may say about the incident's diagrams. Variables are seen within one transaction
 * only.
 */
final class IncidentTriageModel {

  static final String KEY = "incident-triage";
  static final String TRIAGE_TASK = "userTask_triageIncident";
  static final String CONFIRM_TASK = "userTask_confirmResolution";

  private IncidentTriageModel() {}

  static String number(org.camunda.bpm.engine.delegate.DelegateExecution step) {
    return step.getProcessBusinessKey();
  }

  /** A value of a submitted form or a message, or null. */
  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null || Blank.is(value.toString()) ? null : value.toString();
  }

  /** The only rule of a decision that must have exactly one. */
  static Map<String, Object> rule(
      org.camunda.bpm.engine.delegate.DelegateExecution step, String decision) {
    var result = (org.camunda.bpm.dmn.engine.DmnDecisionResult) step.getVariable("decisionResult");
    if (result == null || result.isEmpty()) {
      throw org.itsmsuite.refusal.Refusal.conflict(
          "incident.no-rule", "The table " + decision + " has no rule for " + number(step) + ".");
    }
    return result.getSingleResult().getEntryMap();
  }
}
