package org.itsmsuite.incident.major.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorSteps;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Passes on as {@code majorCriteriaMet}, never stored, whether the incident is declared now: by the
 * criteria, or because it was major and is open again after its review. Not where it is declared
 * already, nor where a person has withdrawn the declaration.
 */
@Component
@PublishedToModels
public class MajorCriteriaListener implements ExecutionListener {

  private final MajorSteps steps;

  public MajorCriteriaListener(MajorSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    String number = MajorIncidentModel.number(step);
    if (!(step.getVariable("decisionResult") instanceof DmnDecisionResult result)
        || result.isEmpty()) {
      throw Refusal.conflict(
          "incident.no-rule",
          "The table " + DmnMajorRules.CRITERIA + " has no rule for " + number + ".");
    }
    boolean met = Boolean.TRUE.equals(result.getSingleResult().getEntry("major"));
    step.setVariable(
        "majorCriteriaMet", Variables.booleanValue(steps.isToBeDeclared(number, met), true));
  }
}
