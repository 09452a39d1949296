package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Puts number and title into a new task's name. */
@Component
@PublishedToModels
public class OfferChangeTaskListener implements TaskListener {

  private final ChangeSteps steps;

  public OfferChangeTaskListener(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    Change change = steps.change(ChangeModel.number(task));
    task.setName(task.getName() + ": " + change.number() + " " + change.title());
  }
}
