package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.escalation.Escalations;
import org.itsmsuite.incident.DuplicateSteps;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Closes a record that is no incident, or a duplicate of another: that one counts from the earlier
 * of both reports on, and what it has missed by that is a breach at once. Children become free.
 */
@Component
@PublishedToModels
public class CloseWithoutRestoringDelegate implements JavaDelegate {

  private final IncidentSteps steps;
  private final FamilySteps families;
  private final DuplicateSteps duplicates;
  private final Escalations escalations;

  public CloseWithoutRestoringDelegate(
      IncidentSteps steps,
      FamilySteps families,
      DuplicateSteps duplicates,
      Escalations escalations) {
    this.steps = steps;
    this.families = families;
    this.duplicates = duplicates;
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution step) {
    String number = IncidentTriageModel.number(step);
    steps.closedWithoutRestoring(number);
    duplicates.merged(number).ifPresent(escalations::actOnDue);
    families.releaseChildren(number);
    families.childClosed(number);
  }
}
