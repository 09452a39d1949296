package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Closes a record of an event that is no security incident. */
@Component
@PublishedToModels
public class CloseAsNoSecurityIncidentDelegate implements JavaDelegate {

  private final SecuritySteps steps;

  public CloseAsNoSecurityIncidentDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.closedAsNoSecurityIncident(SecurityModel.number(step));
  }
}
