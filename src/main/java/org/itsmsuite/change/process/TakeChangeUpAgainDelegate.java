package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Takes a change up again that was put off. */
@Component
@PublishedToModels
public class TakeChangeUpAgainDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public TakeChangeUpAgainDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.takenUpAgain(ChangeModel.number(step));
  }
}
