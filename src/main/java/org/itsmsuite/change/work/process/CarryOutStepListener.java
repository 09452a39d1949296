package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps what was done in a step of the plan, or in all of a change without one. */
@Component
@PublishedToModels
public class CarryOutStepListener implements TaskListener {

  private final ChangeWork work;

  public CarryOutStepListener(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void notify(DelegateTask task) {
    work.carriedOut(
        task.getExecution().getProcessBusinessKey(),
        WorkForm.step(task),
        WorkForm.text(task, "outcome"),
        WorkForm.instant(task, "begun"),
        WorkForm.text(task, "note"));
  }
}
