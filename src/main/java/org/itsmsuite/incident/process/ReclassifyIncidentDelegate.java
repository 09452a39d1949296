package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.DuplicateSteps;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.Mechanism;
import org.springframework.stereotype.Component;

/** Keeps as what the incident is handled from now on, and why. */
@Component
@PublishedToModels
public class ReclassifyIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;
  private final DuplicateSteps duplicates;

  public ReclassifyIncidentDelegate(IncidentSteps steps, DuplicateSteps duplicates) {
    this.steps = steps;
    this.duplicates = duplicates;
  }

  @Override
  public void execute(DelegateExecution step) {
    String number = IncidentTriageModel.number(step);
    Mechanism as = Mechanism.valueOf(IncidentTriageModel.text(step, "mechanism"));
    String original = IncidentTriageModel.text(step, "duplicateOf");
    if (as == Mechanism.DUPLICATE) {
      original = duplicates.original(number, original);
    }
    steps.reclassified(number, as, original, IncidentTriageModel.text(step, "reason"));
  }
}
