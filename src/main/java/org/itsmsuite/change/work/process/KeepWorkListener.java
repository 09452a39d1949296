package org.itsmsuite.change.work.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.change.work.WorkStep;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps what was done in a task as evidence. */
@Component
@PublishedToModels
public class KeepWorkListener implements TaskListener {

  private static final Map<String, WorkStep> STEPS =
      Map.of(
          "userTask_verifyChange", WorkStep.VERIFY,
          "userTask_backOutChange", WorkStep.BACK_OUT,
          "userTask_investigateFailure", WorkStep.INVESTIGATE,
          "userTask_approveAfterwards", WorkStep.AFTERWARDS);

  private final ChangeWork work;

  public KeepWorkListener(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void notify(DelegateTask task) {
    work.note(
        task.getExecution().getProcessBusinessKey(),
        STEPS.get(task.getTaskDefinitionKey()),
        WorkForm.text(task, "outcome"),
        WorkForm.text(task, "note"));
  }
}
