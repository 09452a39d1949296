package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Tells those asked, and the change managers, that an assessment is overdue. */
@Component
@PublishedToModels
public class TellAssessmentOverdueDelegate implements JavaDelegate {

  private final ChangeSteps steps;

  public TellAssessmentOverdueDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    steps.assessmentOverdue(ChangeModel.number(step), ChangeModel.assessment(step));
  }
}
