package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Notices who has the task: the first person who takes it for themselves has acknowledged the
 * record.
 */
@Component
@PublishedToModels
public class TakeTaskListener implements TaskListener {

  private final IncidentSteps steps;

  public TakeTaskListener(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.taken(task.getExecution().getProcessBusinessKey(), task.getAssignee());
  }
}
