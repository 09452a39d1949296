package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorSteps;
import org.springframework.stereotype.Component;

/** The incident is open again: it is led again, and word is due. */
@Component
@PublishedToModels
public class ResumeLeadingDelegate implements JavaDelegate {

  private final MajorSteps steps;

  public ResumeLeadingDelegate(MajorSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.resumeLeading(MajorIncidentModel.number(step));
  }
}
