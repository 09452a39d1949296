package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/** Keeps what is learnt from it. */
@Component
@PublishedToModels
public class ReviewSecurityIncidentListener implements TaskListener {

  private final SecuritySteps steps;

  public ReviewSecurityIncidentListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.reviewed(
        SecurityModel.number(task),
        SecurityModel.text(task, "kind"),
        SecurityModel.text(task, "volume"),
        SecurityModel.text(task, "effect"),
        SecurityModel.text(task, "lessons"),
        SecurityModel.yes(task, "causeLeft"),
        SecurityModel.yes(task, "improvement"));
  }
}
