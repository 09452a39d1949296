package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Puts a change off until the moment that was decided. */
@Component
@PublishedToModels
public class DeferChangeDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public DeferChangeDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.deferred(ChangeModel.number(step));
  }
}
