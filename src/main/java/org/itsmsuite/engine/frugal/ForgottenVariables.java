package org.itsmsuite.engine.frugal;

import java.util.List;
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
 * <p>No condition in a model is set off by that: changes are shown to conditions by the operation
 * that makes them, and all of the step's are over.
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
          .forEach(ForgottenVariables::forget);
    }
    return result;
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
