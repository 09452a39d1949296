package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Hands its events over to another security incident and closes it. */
@Component
@PublishedToModels
public class GroupUnderAnotherDelegate implements JavaDelegate {

  private final SecuritySteps steps;

  public GroupUnderAnotherDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.grouped(SecurityModel.number(step));
  }
}
