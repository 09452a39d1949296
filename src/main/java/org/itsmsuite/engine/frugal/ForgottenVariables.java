package org.itsmsuite.engine.frugal;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.itsmsuite.engine.guard.OuterCall;

/**
 * Forgets transient variables when the step is done. The engine never stores them, and nobody sees
 * them after the step; but it notes with the process instance that it has variables, and looks for
 * them in every later step.
 *
 * <p>Where a model waits for conditions they are left alone: to forget one would look like a
 * change.
 */
public class ForgottenVariables extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (OuterCall.isRunning()) {
      Context.getCommandContext()
          .getDbEntityManager()
          .getCachedEntitiesByType(ExecutionEntity.class)
          .stream()
          .filter(one -> one.isProcessInstanceExecution() && !one.isEnded())
          .filter(one -> !waitsForConditions(one))
          .forEach(ForgottenVariables::forget);
    }
    return result;
  }

  private static boolean waitsForConditions(ExecutionEntity instance) {
    var properties = instance.getProcessDefinition().getProperties();
    return Boolean.TRUE.equals(properties.get(BpmnProperties.HAS_CONDITIONAL_EVENTS));
  }

  private static void forget(ExecutionEntity instance) {
    for (String name : List.copyOf(instance.getVariableNamesLocal())) {
      if (instance.getVariableInstanceLocal(name) instanceof VariableInstanceEntity variable
          && variable.isTransient()) {
        instance.removeVariableLocal(name);
      }
    }
  }
}
