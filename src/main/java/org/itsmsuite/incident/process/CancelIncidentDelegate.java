package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Withdraws the incident. */
@Component
@PublishedToModels
public class CancelIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;
  private final FamilySteps families;

  public CancelIncidentDelegate(IncidentSteps steps, FamilySteps families) {
    this.steps = steps;
    this.families = families;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.cancelled(IncidentTriageModel.number(step), IncidentTriageModel.text(step, "reason"));
    families.childClosed(IncidentTriageModel.number(step));
  }
}
