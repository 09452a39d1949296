package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** Keeps the group that the routing table names, and passes on what comes next. */
@Component
@PublishedToModels
public class RouteIncidentListener implements ExecutionListener {

  private final IncidentSteps steps;

  public RouteIncidentListener(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    var rule = IncidentTriageModel.rule(step, "incident-routing");
    String chosen = IncidentTriageModel.text(step, "handOverTo");
    String group = (String) rule.get("supportGroup");
    steps.routed(
        IncidentTriageModel.number(step),
        group,
        group.equals(chosen),
        IncidentTriageModel.text(step, "reason"));
    step.setVariable("nextStep", Variables.stringValue((String) rule.get("nextStep"), true));
  }
}
