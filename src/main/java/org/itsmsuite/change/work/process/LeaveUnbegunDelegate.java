package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Says why the work could not begin. */
@Component
@PublishedToModels
public class LeaveUnbegunDelegate implements JavaDelegate {

  private final ChangeWork work;

  public LeaveUnbegunDelegate(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution step) {
    work.leftUnbegun(step.getProcessBusinessKey());
  }
}
