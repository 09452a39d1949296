package org.itsmsuite.change.work.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Tells the timer when the review begins, as {@code reviewAt}; the timer keeps it. */
@Component
@PublishedToModels
public class PlanReviewListener implements ExecutionListener {

  private final ChangeWork work;

  public PlanReviewListener(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void notify(DelegateExecution step) {
    List<Map<String, Object>> rules =
        ((DmnDecisionResult) step.getVariable("decisionResult")).getResultList();
    if (rules.size() != 1) {
      throw Refusal.conflict(
          "change.no-rule",
          "The table change-review-due has no rule for " + step.getProcessBusinessKey() + ".");
    }
    Date at =
        Date.from(
            work.within((String) rules.get(0).get("after"), (String) rules.get(0).get("calendar")));
    step.setVariable("reviewAt", Variables.untypedValue(at, true));
  }
}
