package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorReporting;
import org.springframework.stereotype.Component;

/** Keeps what the review found; whoever wrote the report does not review it. */
@Component
@PublishedToModels
public class ReviewMajorIncidentListener implements TaskListener {

  private final MajorReporting steps;

  public ReviewMajorIncidentListener(MajorReporting steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.review(
        MajorIncidentModel.number(task),
        MajorIncidentModel.text(task, "participants"),
        MajorIncidentModel.text(task, "findings"),
        MajorIncidentModel.text(task, "improvements"),
        "YES".equals(MajorIncidentModel.text(task, "problemWanted")),
        MajorIncidentModel.text(task, "whyNoProblem"));
  }
}
