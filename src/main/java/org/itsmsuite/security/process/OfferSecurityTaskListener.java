package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Puts the number into a new task's name, and nothing else: names are shown in many places. */
@Component
@PublishedToModels
public class OfferSecurityTaskListener implements TaskListener {

  private final SecuritySteps steps;

  public OfferSecurityTaskListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    String number = SecurityModel.number(task);
    steps.offered(number);
    task.setName(task.getName() + ": " + number);
  }
}
