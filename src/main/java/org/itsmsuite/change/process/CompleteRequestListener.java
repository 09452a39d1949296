package org.itsmsuite.change.process;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.calendar.LocalMoments;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps what the request lacked. */
@Component
@PublishedToModels
public class CompleteRequestListener implements TaskListener {

  private final ChangeSteps steps;
  private final ZoneId zone;

  /**
   * @param zone in which people write times
   */
  public CompleteRequestListener(ChangeSteps steps, @Value("${itsm.time-zone}") ZoneId zone) {
    this.steps = steps;
    this.zone = zone;
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

  private Instant instant(DelegateTask task, String field) {
    String text = ChangeModel.text(task, field);
    return text == null ? null : LocalMoments.read(text, zone, field);
  }
}
