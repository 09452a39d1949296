package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Withdraws the incident; its children become free. */
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
    String number = IncidentTriageModel.number(step);
    steps.cancelled(number, IncidentTriageModel.text(step, "reason"));
    families.releaseChildren(number);
    families.childClosed(number);
  }
}
