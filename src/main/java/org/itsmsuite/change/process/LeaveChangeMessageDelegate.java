package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/**
 * Tells the records that wait for the change that it is over, whatever came of it, under the
 * interface id that the event carries in the model.
 */
@Component
@PublishedToModels
public class LeaveChangeMessageDelegate implements JavaDelegate {

  static final String NAMESPACE = "https://itsmsuite.org/schema/bpmn/1.0";

  private final ChangeSteps steps;

  public LeaveChangeMessageDelegate(ChangeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    var event = (ThrowEvent) step.getBpmnModelElementInstance();
    var message = (MessageEventDefinition) event.getEventDefinitions().iterator().next();
    steps.leave(
        ChangeModel.number(step),
        event.getAttributeValueNs(NAMESPACE, "interface"),
        message.getMessage().getName());
  }
}
