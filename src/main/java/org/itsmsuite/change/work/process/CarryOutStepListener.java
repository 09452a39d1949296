package org.itsmsuite.change.work.process;

import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps what was done in a step of the plan, or in all of a change without one. */
@Component
@PublishedToModels
public class CarryOutStepListener implements TaskListener {

  private final ChangeWork work;
  private final ZoneId zone;

  /**
   * @param zone in which people write times
   */
  public CarryOutStepListener(ChangeWork work, @Value("${itsm.time-zone}") ZoneId zone) {
    this.work = work;
    this.zone = zone;
  }

  @Override
  public void notify(DelegateTask task) {
    work.carriedOut(
        task.getExecution().getProcessBusinessKey(),
        WorkForm.step(task),
        WorkForm.text(task, "outcome"),
        WorkForm.instant(task, "begun", zone),
        WorkForm.text(task, "note"));
  }
}
