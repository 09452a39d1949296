package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/**
 * Tells those whom the table names that a deadline is near or missed, without saying what it is
 * about.
 */
@Component
@PublishedToModels
public class TellDeadlineDelegate implements JavaDelegate {

  private final SecuritySteps steps;

  public TellDeadlineDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.tellDue(SecurityModel.number(step));
  }
}
