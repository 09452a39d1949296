package org.itsmsuite.change.work.process;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/**
 * Keeps whether what a major change has made is accepted, point by point. The points are the
 * form's: all fields whose keys begin with {@code check}.
 */
@Component
@PublishedToModels
public class AcceptChangeListener implements TaskListener {

  private static final String POINT = "check";

  private final ChangeWork work;

  public AcceptChangeListener(ChangeWork work) {
    this.work = work;
  }

  @Override
  public void notify(DelegateTask task) {
    Map<String, String> points = new TreeMap<>();
    task.getVariables()
        .forEach(
            (name, value) -> {
              if (name.startsWith(POINT) && value != null) {
                points.put(name.substring(POINT.length()), value.toString());
              }
            });
    work.accepted(
        task.getExecution().getProcessBusinessKey(),
        WorkForm.text(task, "outcome"),
        points,
        WorkForm.text(task, "note"));
  }
}
