package org.itsmsuite.change.work.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** The work begins. */
@Component
@PublishedToModels
public class BeginChangeDelegate implements JavaDelegate {

  private final ChangeWork work;

  public BeginChangeDelegate(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution step) {
    work.begun(step.getProcessBusinessKey());
  }
}
