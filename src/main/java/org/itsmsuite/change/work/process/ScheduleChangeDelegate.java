package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Gives an approved change its place in the schedule. */
@Component
@PublishedToModels
public class ScheduleChangeDelegate implements JavaDelegate {

  private final ChangeWork work;

  public ScheduleChangeDelegate(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution step) {
    work.scheduled(step.getProcessBusinessKey());
  }
}
