package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TaskPriority;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.MajorReporting;
import org.itsmsuite.incident.major.MajorSteps;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.stereotype.Component;

/**
 * Names a new task so that it stands out in a list: step, MAJOR, priority and number, and the title
 * if everybody may know it. A report or review that is overdue already is told at once.
 */
@Component
@PublishedToModels
public class OfferMajorTaskListener implements TaskListener {

  private final MajorSteps steps;
  private final MajorReporting reporting;
  private final Restrictions restrictions;

  public OfferMajorTaskListener(
      MajorSteps steps, MajorReporting reporting, Restrictions restrictions) {
    this.steps = steps;
    this.reporting = reporting;
    this.restrictions = restrictions;
  }

  @Override
  public void notify(DelegateTask task) {
    Incident incident = steps.incident(MajorIncidentModel.number(task));
    String name =
        task.getName() + ": MAJOR " + incident.assessment().priority() + " " + incident.number();
    task.setName(
        restrictions.isRestricted(incident.number())
            ? name
            : name + " " + incident.report().title());
    task.setPriority(TaskPriority.of(incident.assessment().priority()));
    reporting.remind(incident.number());
  }
}
