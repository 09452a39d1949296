package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Names a new task so that it can be told apart in a list: step, priority, number and title. */
@Component
@PublishedToModels
public class OfferTaskListener implements TaskListener {

  private final IncidentSteps steps;

  public OfferTaskListener(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    Incident incident = steps.offered(task.getExecution().getProcessBusinessKey());
    task.setName(
        task.getName()
            + ": "
            + incident.assessment().priority()
            + " "
            + incident.number()
            + " "
            + incident.report().title());
  }
}
