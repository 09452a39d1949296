package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps what a review says came of a change. */
@Component
@PublishedToModels
public class ReviewChangeListener implements TaskListener {

  private final ChangeWork work;

  public ReviewChangeListener(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void notify(DelegateTask task) {
    work.reviewed(
        task.getExecution().getProcessBusinessKey(),
        Outcome.valueOf(WorkForm.text(task, "outcome")),
        WorkForm.text(task, "note"));
  }
}
