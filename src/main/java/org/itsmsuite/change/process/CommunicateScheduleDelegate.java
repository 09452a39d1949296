package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Tells everybody concerned when the change will be carried out. */
@Component
@PublishedToModels
public class CommunicateScheduleDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public CommunicateScheduleDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.communicated(ChangeModel.number(step));
  }
}
