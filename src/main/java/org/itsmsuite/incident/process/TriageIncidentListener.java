package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.DuplicateSteps;
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
  private final DuplicateSteps duplicates;

  public TriageIncidentListener(IncidentSteps steps, DuplicateSteps duplicates) {
    this.steps = steps;
    this.duplicates = duplicates;
  }

  @Override
  public void notify(DelegateTask task) {
    String number = task.getExecution().getProcessBusinessKey();
    Mechanism found = Mechanism.valueOf(IncidentTriageModel.text(task, "mechanism"));
    String original = named(task);
    if (found == Mechanism.DUPLICATE) {
      original = duplicates.original(number, original);
    }
    steps.triaged(
        number,
        new Triage(
            found,
            IncidentTriageModel.text(task, "category"),
            Impact.valueOf(IncidentTriageModel.text(task, "impact")),
            Urgency.valueOf(IncidentTriageModel.text(task, "urgency")),
            original,
            IncidentTriageModel.text(task, "reason")));
  }

  /** Chosen from the similar ones, or entered. */
  private static String named(DelegateTask task) {
    String chosen = IncidentTriageModel.text(task, "similarIncident");
    return chosen == null ? IncidentTriageModel.text(task, "duplicateOf") : chosen;
  }
}
