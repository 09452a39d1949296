package org.itsmsuite.change.process;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps an assessment. */
@Component
@PublishedToModels
public class AssessChangeListener implements TaskListener {

  private final ChangeSteps steps;

  public AssessChangeListener(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean needed = !"NOT_NEEDED".equals(ChangeModel.text(task, "result"));
    Map<String, String> answers = new TreeMap<>();
    for (String question : ChangeModel.QUESTIONS) {
      String answer = ChangeModel.text(task, question);
      if (answer != null && needed) {
        answers.put(question, answer);
      }
    }
    steps.assessed(
        ChangeModel.number(task),
        ChangeModel.assessment(task),
        needed,
        needed ? ChangeModel.text(task, "impact") : "NONE",
        ChangeModel.text(task, "text"),
        answers);
  }
}
