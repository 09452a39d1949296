package org.itsmsuite.security.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/**
 * Hands a drawn message to another practice, under the interface id that its event carries in the
 * model, with what the form before it said.
 */
@Component
@PublishedToModels
public class LeaveSecurityMessageDelegate implements JavaDelegate {

  static final String NAMESPACE = "https://itsmsuite.org/schema/bpmn/1.0";

  /** Fields of the forms that are meant for other practices. */
  private static final List<String> DETAILS =
      List.of("changeNeeded", "serviceTitle", "kind", "impact", "urgency", "effect", "lessons");

  private final SecuritySteps steps;

  public LeaveSecurityMessageDelegate(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution step) {
    var event = (ThrowEvent) step.getBpmnModelElementInstance();
    var message = (MessageEventDefinition) event.getEventDefinitions().iterator().next();
    Map<String, String> details = new HashMap<>();
    DETAILS.forEach(field -> details.put(field, SecurityModel.text(step, field)));
    steps.leave(
        SecurityModel.number(step),
        event.getAttributeValueNs(NAMESPACE, "interface"),
        message.getMessage().getName(),
        details);
  }
}
