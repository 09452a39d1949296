package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Withdraws the incident. */
@Component
@PublishedToModels
public class CancelIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public CancelIncidentDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.cancelled(IncidentTriageModel.number(step), IncidentTriageModel.text(step, "reason"));
  }
}
