package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Keeps who outside was told, or why nobody had to be. */
@Component
@PublishedToModels
public class NotifyOutsideListener implements TaskListener {

  private final SecuritySteps steps;

  public NotifyOutsideListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.notified(
        SecurityModel.number(task),
        "NOTIFIED".equals(SecurityModel.text(task, "result")),
        SecurityModel.text(task, "notification"));
  }
}
