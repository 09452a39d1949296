package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Reminds those the incident waits for. */
@Component
@PublishedToModels
public class RemindAwaitedDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public RemindAwaitedDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.reminded(IncidentTriageModel.number(step));
  }
}
