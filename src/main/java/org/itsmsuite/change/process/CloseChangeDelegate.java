package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Closes a reviewed change. */
@Component
@PublishedToModels
public class CloseChangeDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public CloseChangeDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.closed(ChangeModel.number(step));
  }
}
