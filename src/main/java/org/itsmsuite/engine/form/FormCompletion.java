package org.itsmsuite.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;

/**
 * Completes a task with a checked form. Takes the place of all three ways the engine has:
 * submitting a form its own way would write every text into the history.
 */
class FormCompletion extends CompleteTaskCmd {

  /** What a person may do with a task that was delegated to them. */
  enum Delegated {
    /** Completing it fails, as the engine has it. */
    COMPLETE,
    /** Only resolve it. */
    RESOLVE,
    /** Resolve it if it is delegated, else complete it. */
    EITHER
  }

  private final transient TaskForms forms;
  private final Delegated delegated;

  FormCompletion(
      TaskForms forms,
      Delegated delegated,
      String task,
      Map<String, Object> variables,
      boolean returnVariables,
      boolean deserialize) {
    super(task, variables, returnVariables, deserialize);
    this.forms = forms;
    this.delegated = delegated;
  }

  /**
   * The engine's own check comes first: who may not work on the task learns nothing of its form.
   */
  @Override
  protected void checkCompleteTask(TaskEntity task, CommandContext context) {
    super.checkCompleteTask(task, context);
    if (!isResolved(task)) {
      variables = forms.submitted(task, variables);
    } else {
      forms.leaving(task);
      variables = forms.alongside(task, variables);
    }
  }

  @Override
  protected void completeTask(TaskEntity task) {
    if (isResolved(task)) {
      task.resolve();
      task.triggerUpdateEvent();
      task.logUserOperation("Resolve");
    } else {
      super.completeTask(task);
    }
  }

  private boolean isResolved(TaskEntity task) {
    return delegated == Delegated.RESOLVE
        || (delegated == Delegated.EITHER
            && DelegationState.PENDING.equals(task.getDelegationState()));
  }
}
