package org.itsmsuite.change.schedule.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.schedule.Agreements;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** What models may ask about the schedule, as {@code changeSchedule}. */
@Component("changeSchedule")
@PublishedToModels
public class ChangeScheduleBean {

  private final ChangeSteps steps;
  private final Agreements agreements;

  public ChangeScheduleBean(ChangeSteps steps, Agreements agreements) {
    this.steps = steps;
    this.agreements = agreements;
  }

  /** Whether an emergency lies in a freeze for which nobody has given leave yet. */
  @PublishedToModels
  public boolean needsLeave(DelegateExecution step) {
    return agreements.needsLeave(steps.change(step.getProcessBusinessKey()));
  }
}
