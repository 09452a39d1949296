package org.itsmsuite.security.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;

/** What this code may say about the diagram. Variables are seen within one transaction only. */
final class SecurityModel {

  static final String KEY = "security-incident";
  static final String REVIEW_TASK = "userTask_reviewSecurityIncident";

  private SecurityModel() {}

  static String number(DelegateExecution step) {
    return step.getProcessBusinessKey();
  }

  static String number(DelegateTask task) {
    return task.getExecution().getProcessBusinessKey();
  }

  /** A value of a submitted form or a message, or null. */
  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null || Blank.is(value.toString()) ? null : value.toString();
  }

  static boolean yes(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return Boolean.TRUE.equals(value) || "YES".equals(value);
  }

  /** A value out of a fixed list, or null where the form had none. */
  static <E extends Enum<E>> E value(VariableScope scope, String name, Class<E> type) {
    String text = text(scope, name);
    return text == null ? null : Enum.valueOf(type, text);
  }

  /** The only rule of a decision that must have exactly one. */
  static Map<String, Object> rule(DelegateExecution step, String decision) {
    var result = (DmnDecisionResult) step.getVariable("decisionResult");
    if (result == null || result.isEmpty()) {
      throw Refusal.conflict(
          "security.no-rule", "The table " + decision + " has no rule for " + number(step) + ".");
    }
    return result.getSingleResult().getEntryMap();
  }
}
