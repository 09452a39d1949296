package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** It failed, was backed out as far as possible, and is investigated. */
@Component
@PublishedToModels
public class KeepFailureDelegate implements JavaDelegate {

  private final ChangeWork work;

  public KeepFailureDelegate(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution step) {
    work.failed(step.getProcessBusinessKey());
  }
}
