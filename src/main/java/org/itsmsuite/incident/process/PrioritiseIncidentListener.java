package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.escalation.Escalations;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Keeps what the priority table says; a target that the new priority has already missed is a breach
 * at once.
 */
@Component
@PublishedToModels
public class PrioritiseIncidentListener implements ExecutionListener {

  private final IncidentSteps steps;
  private final Escalations escalations;

  public PrioritiseIncidentListener(IncidentSteps steps, Escalations escalations) {
    this.steps = steps;
    this.escalations = escalations;
  }

  @Override
  public void notify(DelegateExecution step) {
    String number = IncidentTriageModel.number(step);
    var rule = IncidentTriageModel.rule(step, "incident-priority");
    String reason = IncidentTriageModel.text(step, "reason");
    if (steps.prioritised(number, (String) rule.get("priority"), reason)) {
      escalations.actOnDue(number);
    }
  }
}
