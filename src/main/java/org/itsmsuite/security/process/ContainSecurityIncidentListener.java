package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Keeps how it was contained, if it was. */
@Component
@PublishedToModels
public class ContainSecurityIncidentListener implements TaskListener {

  private final SecuritySteps steps;

  public ContainSecurityIncidentListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    if ("CONTAINED".equals(SecurityModel.text(task, "result"))) {
      steps.contained(SecurityModel.number(task), SecurityModel.text(task, "resolution"));
    } else {
      steps.stillContaining(SecurityModel.number(task));
    }
  }
}
