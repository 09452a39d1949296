package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.incident.major.TechnicalTasks;
import org.springframework.stereotype.Component;

/** Keeps what came of a technical task. */
@Component
@PublishedToModels
public class CompleteTechnicalTaskListener implements TaskListener {

  private final TechnicalTasks steps;

  public CompleteTechnicalTaskListener(TechnicalTasks steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.ended(
        MajorIncidentModel.number(task),
        task.getId(),
        TechnicalTask.Outcome.valueOf(MajorIncidentModel.text(task, "outcome")),
        MajorIncidentModel.text(task, "result"));
  }
}
