package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/**
 * Hands a drawn message to another practice, under the interface id that its event carries in the
 * model.
 */
@Component
@PublishedToModels
public class LeaveForPracticeDelegate implements JavaDelegate {

  static final String NAMESPACE = "https://itsmsuite.org/schema/bpmn/1.0";

  private final IncidentSteps steps;

  public LeaveForPracticeDelegate(IncidentSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    var event = (ThrowEvent) step.getBpmnModelElementInstance();
    var message = (MessageEventDefinition) event.getEventDefinitions().iterator().next();
    steps.leave(
        IncidentTriageModel.number(step),
        event.getAttributeValueNs(NAMESPACE, "interface"),
        message.getMessage().getName());
  }
}
