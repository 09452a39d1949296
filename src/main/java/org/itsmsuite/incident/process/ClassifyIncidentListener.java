package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.Mechanism;
import org.springframework.stereotype.Component;

/** Keeps what the classification table says. */
@Component
@PublishedToModels
public class ClassifyIncidentListener implements ExecutionListener {

  private final IncidentSteps steps;

  public ClassifyIncidentListener(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    var rule = IncidentTriageModel.rule(step, "incident-classification");
    boolean restrict =
        steps.classified(
            IncidentTriageModel.number(step),
            Mechanism.valueOf((String) rule.get("mechanism")),
            (String) rule.get("category"),
            Boolean.TRUE.equals(rule.get("security")));
    step.setVariable("securitySuspected", Variables.booleanValue(restrict, true));
  }
}
