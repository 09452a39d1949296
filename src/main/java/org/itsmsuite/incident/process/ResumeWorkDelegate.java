package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Ends a wait: the clocks go on. */
@Component
@PublishedToModels
public class ResumeWorkDelegate implements JavaDelegate {

  private final IncidentSteps steps;

  public ResumeWorkDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.resumed(IncidentTriageModel.number(step));
  }
}
