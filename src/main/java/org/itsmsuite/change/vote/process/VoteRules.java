package org.itsmsuite.change.vote.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.refusal.Refusal;

/** Results of the tables of this part. */
final class VoteRules {

  private VoteRules() {}

  /** The only rule of a decision that must have exactly one. */
  static Map<String, Object> only(DelegateExecution step, String decision) {
    var result = (DmnDecisionResult) step.getVariable("decisionResult");
    List<Map<String, Object>> rules = result == null ? List.of() : result.getResultList();
    if (rules.size() != 1) {
      throw Refusal.conflict(
          "change.no-rule",
          "The table " + decision + " has no rule for " + step.getProcessBusinessKey() + ".");
    }
    return rules.get(0);
  }
}
