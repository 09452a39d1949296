package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorSteps;
import org.springframework.stereotype.Component;

/** Keeps that it is no major incident after all, and tells whoever had been told. */
@Component
@PublishedToModels
public class RecordWithdrawalDelegate implements JavaDelegate {

  private final MajorSteps steps;

  public RecordWithdrawalDelegate(MajorSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.recordWithdrawal(
        MajorIncidentModel.number(step), MajorIncidentModel.text(step, "reason"));
  }
}
