package org.itsmsuite.security.process;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RunWork;
import org.itsmsuite.incident.Run;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.SecurityFlow;
import org.springframework.stereotype.Component;

/** Drives the process in the engine. Calls are the suite's own: who may act was decided before. */
@Component
public class SecurityProcess implements SecurityFlow {

  private final RuntimeService runtime;
  private final TaskService tasks;

  public SecurityProcess(RuntimeService runtime, TaskService tasks) {
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @Override
  public void start(String number) {
    EngineCalls.internally(() -> runtime.startProcessInstanceByKey(SecurityModel.KEY, number));
  }

  @Override
  public void send(String number, String message, Map<String, Object> payload) {
    VariableMap passing = Variables.createVariables();
    payload.forEach(
        (name, value) -> passing.putValueTyped(name, Variables.untypedValue(value, true)));
    try {
      EngineCalls.internally(
          () ->
              runtime
                  .createMessageCorrelation(message)
                  .processInstanceBusinessKey(number)
                  .setVariables(passing)
                  .correlate());
    } catch (MismatchingMessageCorrelationException nobodyWaits) {
      throw Refusal.conflict(
          "security.action-not-possible",
          "The process of " + number + " does not wait for \"" + message + "\" now.");
    }
  }

  @Override
  public void offerReview(Run run, String account) {
    EngineCalls.internally(
        () ->
            RunWork.tasks(tasks, run.instance()).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(SecurityModel.REVIEW_TASK))
                .map(Task::getId)
                .forEach(task -> tasks.addCandidateUser(task, account)));
  }
}
