package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Closes a record that is no incident, or a duplicate of another. */
@Component
@PublishedToModels
public class CloseWithoutRestoringDelegate implements JavaDelegate {

  private final IncidentSteps steps;
  private final FamilySteps families;

  public CloseWithoutRestoringDelegate(IncidentSteps steps, FamilySteps families) {
    this.steps = steps;
    this.families = families;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.closedWithoutRestoring(IncidentTriageModel.number(step));
    families.childClosed(IncidentTriageModel.number(step));
  }
}
