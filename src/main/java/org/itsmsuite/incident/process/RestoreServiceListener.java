package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Keeps how the service was restored, if it was. */
@Component
@PublishedToModels
public class RestoreServiceListener implements TaskListener {

  private final IncidentSteps steps;

  public RestoreServiceListener(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    if ("RESTORED".equals(IncidentTriageModel.text(task, "result"))) {
      steps.restored(
          task.getExecution().getProcessBusinessKey(),
          IncidentTriageModel.text(task, "resolution"),
          IncidentTriageModel.text(task, "resolutionCode"),
          !"YES".equals(IncidentTriageModel.text(task, "causeKnown")));
    }
  }
}
