package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Triage;
import org.itsmsuite.incident.Urgency;
import org.springframework.stereotype.Component;

/** Keeps what triage found. */
@Component
@PublishedToModels
public class TriageIncidentListener implements TaskListener {

  private final IncidentSteps steps;

  public TriageIncidentListener(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    steps.triaged(
        task.getExecution().getProcessBusinessKey(),
        new Triage(
            Mechanism.valueOf(IncidentTriageModel.text(task, "mechanism")),
            IncidentTriageModel.text(task, "category"),
            Impact.valueOf(IncidentTriageModel.text(task, "impact")),
            Urgency.valueOf(IncidentTriageModel.text(task, "urgency")),
            IncidentTriageModel.text(task, "duplicateOf"),
            IncidentTriageModel.text(task, "reason")));
  }
}
