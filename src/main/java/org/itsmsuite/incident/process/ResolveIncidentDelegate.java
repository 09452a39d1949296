package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Marks the incident resolved: the service works again, or nobody answers any more. */
@Component
@PublishedToModels
public class ResolveIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public ResolveIncidentDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.resolved(IncidentTriageModel.number(step));
  }
}
