package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Restricts the record to those concerned: it has to do with security. */
@Component
@PublishedToModels
public class RestrictIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public RestrictIncidentDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.restricted(IncidentTriageModel.number(step), IncidentTriageModel.text(step, "reason"));
  }
}
