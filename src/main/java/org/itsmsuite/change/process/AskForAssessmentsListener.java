package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps which assessments the table asks for, from whom and until when. */
@Component
@PublishedToModels
public class AskForAssessmentsListener implements ExecutionListener {

  private final ChangeSteps steps;

  public AskForAssessmentsListener(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    steps.assessmentsAsked(
        ChangeModel.number(step),
        ChangeModel.rules(step).stream()
            .map(
                rule ->
                    new ChangeSteps.Asking(
                        (String) rule.get("kind"),
                        (String) rule.get("group"),
                        (String) rule.get("within"),
                        (String) rule.get("calendar")))
            .toList());
  }
}
