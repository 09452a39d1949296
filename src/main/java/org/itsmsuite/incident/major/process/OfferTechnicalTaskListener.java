package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.TechnicalTasks;
import org.springframework.stereotype.Component;

/** Ties a technical task of the record to the user task that stands for it. */
@Component
@PublishedToModels
public class OfferTechnicalTaskListener implements TaskListener {

  private final TechnicalTasks steps;

  public OfferTechnicalTaskListener(TechnicalTasks steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.offered(
        MajorIncidentModel.number(task),
        MajorIncidentModel.text(task, "technicalTask"),
        task.getId());
  }
}
