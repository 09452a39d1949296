package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Reopens the incident: the resolution did not hold. The reason comes with the message, or from the
 * confirmation's form.
 */
@Component
@PublishedToModels
public class ReopenIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public ReopenIncidentDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    String reason = IncidentTriageModel.text(step, "reason");
    steps.reopened(
        IncidentTriageModel.number(step),
        reason == null ? IncidentTriageModel.text(step, "comment") : reason);
  }
}
