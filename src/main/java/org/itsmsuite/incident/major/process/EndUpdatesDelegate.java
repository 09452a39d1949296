package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorSteps;
import org.springframework.stereotype.Component;

/** The incident has ended: nobody waits for the next word. */
@Component
@PublishedToModels
public class EndUpdatesDelegate implements JavaDelegate {

  private final MajorSteps steps;

  public EndUpdatesDelegate(MajorSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.endUpdates(MajorIncidentModel.number(step));
  }
}
