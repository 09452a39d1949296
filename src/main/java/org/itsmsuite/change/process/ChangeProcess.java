package org.itsmsuite.change.process;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.change.ChangeFlow;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Drives the process in the engine. Calls are the suite's own: who may act was decided before. */
@Component
public class ChangeProcess implements ChangeFlow {

  private final RuntimeService runtime;

  public ChangeProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void start(String number) {
    EngineCalls.internally(() -> runtime.startProcessInstanceByKey(ChangeModel.KEY, number));
  }

  @Override
  public void send(String number, String message, Map<String, Object> payload) {
    try {
      EngineCalls.internally(
          () ->
              runtime
                  .createMessageCorrelation(message)
                  .processInstanceBusinessKey(number)
                  .setVariables(passing(payload))
                  .correlate());
    } catch (MismatchingMessageCorrelationException nobodyWaits) {
      throw Refusal.conflict(
          "change.action-not-possible",
          "The process of " + number + " does not wait for \"" + message + "\" now.");
    }
  }

  @Override
  public boolean tell(String number, String message, Map<String, Object> payload) {
    return !EngineCalls.internally(
            () ->
                runtime
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(number)
                    .setVariables(passing(payload))
                    .correlateAllWithResult())
        .isEmpty();
  }

  private static VariableMap passing(Map<String, Object> payload) {
    VariableMap values = Variables.createVariables();
    payload.forEach(
        (name, value) -> values.putValueTyped(name, Variables.untypedValue(value, true)));
    return values;
  }
}
