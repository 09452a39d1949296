package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Keeps what the priority table says. */
@Component
@PublishedToModels
public class SetSecurityPriorityListener implements ExecutionListener {

  private final SecuritySteps steps;

  public SetSecurityPriorityListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    var rule = SecurityModel.rule(step, "security-priority");
    steps.prioritised(
        SecurityModel.number(step), (String) rule.get("risk"), (String) rule.get("priority"));
  }
}
