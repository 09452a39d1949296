package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** It was carried out, and works. */
@Component
@PublishedToModels
public class KeepSuccessDelegate implements JavaDelegate {

  private final ChangeWork work;

  public KeepSuccessDelegate(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution step) {
    work.succeeded(step.getProcessBusinessKey());
  }
}
