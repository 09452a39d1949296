package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TaskPriority;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** Names a new task so that it can be told apart in a list, and puts it in its place there. */
@Component
@PublishedToModels
public class OfferTaskListener implements TaskListener {

  private final IncidentSteps steps;
  private final Restrictions restrictions;

  public OfferTaskListener(IncidentSteps steps, Restrictions restrictions) {
    this.steps = steps;
    this.restrictions = restrictions;
  }

  @Override
  public void notify(DelegateTask task) {
    Incident incident = steps.offered(task.getExecution().getProcessBusinessKey());
    boolean restricted = restrictions.isRestricted(incident.number());
    task.setName(IncidentTaskName.of(task.getName(), incident, restricted));
    task.setPriority(TaskPriority.of(incident.assessment().priority()));
  }
}
