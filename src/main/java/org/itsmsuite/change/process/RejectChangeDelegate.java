package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Ends a change that was rejected. */
@Component
@PublishedToModels
public class RejectChangeDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public RejectChangeDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.rejected(ChangeModel.number(step));
  }
}
