package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Closes a security incident that has been reviewed. */
@Component
@PublishedToModels
public class CloseSecurityIncidentDelegate implements JavaDelegate {

  private final SecuritySteps steps;

  public CloseSecurityIncidentDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.closed(SecurityModel.number(step));
  }
}
