package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Keeps what the promotion table says. */
@Component
@PublishedToModels
public class DecideWhatItIsListener implements ExecutionListener {

  private final SecuritySteps steps;

  public DecideWhatItIsListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    var rule = SecurityModel.rule(step, "security-promotion");
    steps.found(SecurityModel.number(step), Finding.valueOf((String) rule.get("finding")));
  }
}
