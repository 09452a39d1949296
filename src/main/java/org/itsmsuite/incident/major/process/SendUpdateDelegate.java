package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorSteps;
import org.springframework.stereotype.Component;

/** Gives word to everybody concerned. */
@Component
@PublishedToModels
public class SendUpdateDelegate implements JavaDelegate {

  private final MajorSteps steps;

  public SendUpdateDelegate(MajorSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.sendUpdate(MajorIncidentModel.number(step), MajorIncidentModel.text(step, "update"));
  }
}
