package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Passes on whether the criteria of a major incident are met. */
@Component
@PublishedToModels
public class MajorCriteriaListener implements ExecutionListener {

  @Override
  public void notify(DelegateExecution step) {
    var rule = IncidentTriageModel.rule(step, "major-incident-criteria");
    step.setVariable(
        "majorCriteriaMet",
        org.camunda.bpm.engine.variable.Variables.booleanValue(
            Boolean.TRUE.equals(rule.get("isMajor")), true));
  }
}
