package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Lays the record's facts out for a decision table, as variables that are never stored. Tables may
 * use {@code kind, channel, security, category, mechanism, impact, urgency, priority, service,
 * serviceGroup, customer, triaged, major}; {@code found}, the mechanism once a person has looked at
 * it; and {@code requestedGroup}, the group a person has chosen or that works on it already.
 */
@Component
@PublishedToModels
public class IncidentFactsListener implements ExecutionListener {

  private final IncidentSteps steps;
  private final Catalogue catalogue;

  public IncidentFactsListener(IncidentSteps steps, Catalogue catalogue) {
    this.steps = steps;
    this.catalogue = catalogue;
  }

  @Override
  public void notify(DelegateExecution step) {
    Incident incident = steps.incident(IncidentTriageModel.number(step));
    var report = incident.report();
    var assessment = incident.assessment();
    lay(step, "kind", report.kind().name());
    lay(step, "channel", report.channel());
    lay(step, "security", report.security() || assessment.security());
    lay(step, "major", assessment.major());
    lay(step, "category", assessment.category());
    lay(step, "found", assessment.triaged() ? assessment.mechanism().name() : null);
    lay(step, "mechanism", assessment.mechanism() == null ? null : assessment.mechanism().name());
    lay(step, "impact", assessment.impact().name());
    lay(step, "urgency", assessment.urgency().name());
    lay(step, "priority", assessment.priority());
    lay(step, "service", report.service());
    lay(
        step,
        "serviceGroup",
        catalogue.service(report.service()).map(Service::supportGroup).orElse(null));
    lay(step, "customer", report.customer());
    lay(step, "triaged", assessment.triaged());
    lay(step, "requestedGroup", requestedGroup(step, incident));
  }

  /**
   * A group that a person has just chosen; else, once it has been worked on, the group that has it.
   */
  private static String requestedGroup(DelegateExecution step, Incident incident) {
    String chosen = IncidentTriageModel.text(step, "handOverTo");
    if (chosen != null) {
      return chosen;
    }
    return incident.outcome().reopenings() > 0 || incident.assignment().reassignments() > 0
        ? incident.assignment().group()
        : null;
  }

  private static void lay(DelegateExecution step, String name, Object value) {
    step.setVariableLocal(name, Variables.untypedValue(value, true));
  }
}
