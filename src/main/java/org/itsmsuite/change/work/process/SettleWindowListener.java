package org.itsmsuite.change.work.process;

import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps in which window a change is done, and why. */
@Component
@PublishedToModels
public class SettleWindowListener implements TaskListener {

  private final ChangeWork work;
  private final ZoneId zone;

  /**
   * @param zone in which people write times
   */
  public SettleWindowListener(ChangeWork work, @Value("${itsm.time-zone}") ZoneId zone) {
    this.work = work;
    this.zone = zone;
  }

  @Override
  public void notify(DelegateTask task) {
    String number = task.getExecution().getProcessBusinessKey();
    String why = WorkForm.text(task, "note");
    if ("WINDOW".equals(WorkForm.text(task, "choice"))) {
      work.settled(number, WorkForm.window(task, zone), why);
    } else {
      work.settled(number, why);
    }
  }
}
