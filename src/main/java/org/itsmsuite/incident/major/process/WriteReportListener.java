package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorReporting;
import org.springframework.stereotype.Component;

/** Keeps the report. */
@Component
@PublishedToModels
public class WriteReportListener implements TaskListener {

  private final MajorReporting steps;

  public WriteReportListener(MajorReporting steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.report(
        MajorIncidentModel.number(task),
        MajorIncidentModel.text(task, "course"),
        MajorIncidentModel.text(task, "cause"),
        MajorIncidentModel.text(task, "effect"),
        MajorIncidentModel.text(task, "done"),
        MajorIncidentModel.text(task, "lessons"));
  }
}
