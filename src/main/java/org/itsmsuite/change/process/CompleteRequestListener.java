package org.itsmsuite.change.process;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Keeps what the request lacked. */
@Component
@PublishedToModels
public class CompleteRequestListener implements TaskListener {

  private final ChangeSteps steps;

  public CompleteRequestListener(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.completed(
        ChangeModel.number(task),
        new ChangeSteps.Completion(
            items(ChangeModel.text(task, "items")),
            instant(task, "from"),
            instant(task, "to"),
            ChangeModel.text(task, "implementationPlan"),
            ChangeModel.text(task, "testPlan"),
            ChangeModel.text(task, "backOutPlan"),
            ChangeModel.text(task, "group")));
  }

  /** Ids, separated by commas, blanks or lines. */
  private static List<String> items(String text) {
    return text == null
        ? List.of()
        : Stream.of(text.split("[,\\s]+")).filter(one -> !one.isEmpty()).toList();
  }

  private static Instant instant(DelegateTask task, String field) {
    String text = ChangeModel.text(task, field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException noTime) {
      throw Refusal.invalid(
          "request.wrong-value", field, "An instant such as 2026-03-02T08:00:00Z is expected.");
    }
  }
}
