package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps the category that the table gives. */
@Component
@PublishedToModels
public class CategoriseChangeListener implements ExecutionListener {

  private final ChangeSteps steps;

  public CategoriseChangeListener(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    var rule = ChangeModel.rule(step, "change-category");
    steps.categorised(
        ChangeModel.number(step),
        Category.valueOf((String) rule.get("category")),
        (String) rule.get("why"));
  }
}
