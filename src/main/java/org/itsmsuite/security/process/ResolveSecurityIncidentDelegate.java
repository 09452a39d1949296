package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** It is contained, and everybody outside has been told. */
@Component
@PublishedToModels
public class ResolveSecurityIncidentDelegate implements JavaDelegate {

  private final SecuritySteps steps;

  public ResolveSecurityIncidentDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.resolved(SecurityModel.number(step));
  }
}
