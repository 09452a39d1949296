package org.itsmsuite.change.schedule.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.schedule.Agreements;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/**
 * Keeps whether an emergency may be carried out in a freeze, and why. Without leave the approval is
 * void: the emergency is judged again, in another window or as something that waits.
 */
@Component
@PublishedToModels
public class GiveLeaveListener implements TaskListener {

  private final ChangeSteps steps;
  private final Agreements agreements;

  public GiveLeaveListener(ChangeSteps steps, Agreements agreements) {
    this.steps = steps;
    this.agreements = agreements;
  }

  @Override
  public void notify(DelegateTask task) {
    Change change = steps.change(task.getExecution().getProcessBusinessKey());
    String why = (String) task.getVariable("note");
    if ("YES".equals(task.getVariable("leave"))) {
      agreements.leaveGiven(change, why);
    } else {
      steps.approvalVoided(change.number(), "Not in this freeze: " + why);
    }
  }
}
