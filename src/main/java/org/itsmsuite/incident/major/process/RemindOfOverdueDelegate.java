package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorReporting;
import org.springframework.stereotype.Component;

/** Tells those whom the table names that report or review is overdue. */
@Component
@PublishedToModels
public class RemindOfOverdueDelegate implements JavaDelegate {

  private final MajorReporting steps;

  public RemindOfOverdueDelegate(MajorReporting steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.remind(MajorIncidentModel.number(step));
  }
}
