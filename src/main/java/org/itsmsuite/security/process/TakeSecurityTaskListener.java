package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Notices who has the task, and that they may. */
@Component
@PublishedToModels
public class TakeSecurityTaskListener implements TaskListener {

  private final SecuritySteps steps;

  public TakeSecurityTaskListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.taken(SecurityModel.number(task), task.getAssignee());
  }
}
