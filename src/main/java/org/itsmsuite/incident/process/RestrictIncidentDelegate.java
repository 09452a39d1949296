package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.RestrictedIncidents;
import org.springframework.stereotype.Component;

/** Restricts the record to those concerned: it has to do with security. */
@Component
@PublishedToModels
public class RestrictIncidentDelegate implements JavaDelegate {

  private final RestrictedIncidents incidents;

  public RestrictIncidentDelegate(RestrictedIncidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public void execute(DelegateExecution step) {
    incidents.restrict(IncidentTriageModel.number(step), IncidentTriageModel.text(step, "reason"));
  }
}
