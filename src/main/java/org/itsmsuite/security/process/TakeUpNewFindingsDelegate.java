package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Notes why the event is assessed again. */
@Component
@PublishedToModels
public class TakeUpNewFindingsDelegate implements JavaDelegate {

  private final SecuritySteps steps;

  public TakeUpNewFindingsDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.newFindings(SecurityModel.number(step), SecurityModel.text(step, "reason"));
  }
}
