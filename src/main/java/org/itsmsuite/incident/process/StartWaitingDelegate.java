package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.WaitingReason;
import org.springframework.stereotype.Component;

/** Starts a wait: clocks whose target counts the reason stand still. */
@Component
@PublishedToModels
public class StartWaitingDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public StartWaitingDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.waitingStarted(
        IncidentTriageModel.number(step),
        WaitingReason.valueOf(IncidentTriageModel.text(step, "waitingFor")));
  }
}
