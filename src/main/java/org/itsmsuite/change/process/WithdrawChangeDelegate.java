package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Ends a change that is wanted no longer. */
@Component
@PublishedToModels
public class WithdrawChangeDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public WithdrawChangeDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.withdrawn(ChangeModel.number(step), ChangeModel.text(step, "reason"));
  }
}
