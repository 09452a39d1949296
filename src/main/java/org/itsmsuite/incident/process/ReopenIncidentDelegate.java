package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.DuplicateSteps;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Reopens the incident: the resolution did not hold, or it is no duplicate after all. The reason
 * comes with the message, or from the confirmation's form.
 */
@Component
@PublishedToModels
public class ReopenIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;
  private final DuplicateSteps duplicates;

  public ReopenIncidentDelegate(IncidentSteps steps, DuplicateSteps duplicates) {
    this.steps = steps;
    this.duplicates = duplicates;
  }

  @Override
  public void execute(DelegateExecution step) {
    String number = IncidentTriageModel.number(step);
    String reason = IncidentTriageModel.text(step, "reason");
    duplicates.takenBack(number);
    steps.reopened(number, reason == null ? IncidentTriageModel.text(step, "comment") : reason);
  }
}
