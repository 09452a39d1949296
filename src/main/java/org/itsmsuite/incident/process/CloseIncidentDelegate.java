package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Closes an incident that the user has confirmed, or has not answered about in time. */
@Component
@PublishedToModels
public class CloseIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;
  private final FamilySteps families;

  public CloseIncidentDelegate(IncidentSteps steps, FamilySteps families) {
    this.steps = steps;
    this.families = families;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.closed(IncidentTriageModel.number(step));
    families.childClosed(IncidentTriageModel.number(step));
  }
}
