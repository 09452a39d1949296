package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Gives the incident and its open task to another group. */
@Component
@PublishedToModels
public class HandOverIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public HandOverIncidentDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.handedOver(
        IncidentTriageModel.number(step),
        IncidentTriageModel.text(step, "handOverTo"),
        IncidentTriageModel.text(step, "reason"));
  }
}
