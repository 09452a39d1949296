package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps in which window a change is done, and why. */
@Component
@PublishedToModels
public class SettleWindowListener implements TaskListener {

  private final ChangeWork work;

  public SettleWindowListener(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void notify(DelegateTask task) {
    String number = task.getExecution().getProcessBusinessKey();
    String why = WorkForm.text(task, "note");
    if ("WINDOW".equals(WorkForm.text(task, "choice"))) {
      work.settled(number, WorkForm.window(task), why);
    } else {
      work.settled(number, why);
    }
  }
}
