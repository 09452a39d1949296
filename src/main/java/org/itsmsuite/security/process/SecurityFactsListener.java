package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/**
 * Lays the record's facts out for a decision table, as variables that are never stored: {@code
 * found, probability, confidentiality, integrity, accessibility, threat} (the worst of the three),
 * {@code personalData, priority}.
 */
@Component
@PublishedToModels
public class SecurityFactsListener implements ExecutionListener {

  private final SecuritySteps steps;

  public SecurityFactsListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateExecution step) {
    SecurityIncident incident = steps.incident(SecurityModel.number(step));
    var assessment = incident.assessment();
    var threat = assessment.threat();
    lay(step, "found", name(assessment.found()));
    lay(step, "probability", name(threat.probability()));
    lay(step, "confidentiality", name(threat.confidentiality()));
    lay(step, "integrity", name(threat.integrity()));
    lay(step, "accessibility", name(threat.accessibility()));
    lay(step, "threat", name(threat.highest()));
    lay(step, "personalData", threat.personalData());
    lay(step, "priority", assessment.priority());
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static void lay(DelegateExecution step, String name, Object value) {
    step.setVariableLocal(name, Variables.untypedValue(value, true));
  }
}
