package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.Mechanism;
import org.springframework.stereotype.Component;

/** Keeps as what the incident is handled from now on, and why. */
@Component
@PublishedToModels
public class ReclassifyIncidentDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public ReclassifyIncidentDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.reclassified(
        IncidentTriageModel.number(step),
        Mechanism.valueOf(IncidentTriageModel.text(step, "mechanism")),
        IncidentTriageModel.text(step, "duplicateOf"),
        IncidentTriageModel.text(step, "reason"));
  }
}
