package org.itsmsuite.change.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;

/** What this code may say about the diagrams. Variables are seen within one transaction only. */
final class ChangeModel {

  static final String KEY = "change-approval";
  static final String ASSESSMENT_KEY = "change-assessment";

  /** The process and its parts, all about the same record. */
  static final Set<String> KEYS =
      Set.of(
          KEY,
          ASSESSMENT_KEY,
          "change-decision",
          "change-vote",
          "change-scheduling",
          "change-implementation",
          "change-review");

  /** The item of the parallel assessments; the only thing that the engine stores, see ADR 3. */
  static final String ASSESSMENT = "assessment";

  /** Questions that the form of an assessment asks for some kinds; tables may read the answers. */
  static final List<String> QUESTIONS = List.of("probability", "tested", "backOutTested");

  private ChangeModel() {}

  static String number(DelegateExecution step) {
    return step.getProcessBusinessKey();
  }

  static String number(DelegateTask task) {
    return task.getExecution().getProcessBusinessKey();
  }

  /** Which of the parallel assessments this is. */
  static String assessment(VariableScope scope) {
    return (String) scope.getVariable(ASSESSMENT);
  }

  /** A value of a submitted form or a message, or null. */
  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null || Blank.is(value.toString()) ? null : value.toString();
  }

  /** The only rule of a decision that must have exactly one. */
  static Map<String, Object> rule(DelegateExecution step, String decision) {
    List<Map<String, Object>> rules = rules(step);
    if (rules.size() != 1) {
      throw Refusal.conflict(
          "change.no-rule", "The table " + decision + " has no rule for " + number(step) + ".");
    }
    return rules.get(0);
  }

  /** All rules of a decision that matched. */
  static List<Map<String, Object>> rules(DelegateExecution step) {
    var result = (DmnDecisionResult) step.getVariable("decisionResult");
    return result == null ? List.of() : result.getResultList().stream().map(Map::copyOf).toList();
  }
}
