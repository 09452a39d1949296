package org.itsmsuite.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.engine.FormRefused;

/**
 * Sees every command that ends a task and every one that asks what its form shows. Stands behind
 * the engine's command context, which it needs.
 */
public class FormInterceptor extends CommandInterceptor {

  private final TaskForms forms;

  public FormInterceptor(TaskForms forms) {
    this.forms = forms;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T execute(Command<T> command) {
    if (command instanceof CompleteTaskCmd) {
      var delegated =
          command instanceof ResolveTaskCmd
              ? FormCompletion.Delegated.RESOLVE
              : FormCompletion.Delegated.COMPLETE;
      return (T)
          complete(completion(command, delegated, "variables", "deserializeReturnedVariables"));
    }
    if (command instanceof SubmitTaskFormCmd) {
      return (T)
          complete(
              completion(
                  command, FormCompletion.Delegated.EITHER, "properties", "deserializeValues"));
    }
    if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
      checkAlongside(command);
    }
    T result = next.execute(command);
    if (command instanceof GetTaskFormVariablesCmd shown) {
      addFacts(shown, (VariableMap) result);
    }
    return result;
  }

  /** The business may say no as well, in a listener or in the step that follows. */
  private VariableMap complete(FormCompletion completion) {
    try {
      return next.execute(completion);
    } catch (FormRefused | AuthorizationException answered) {
      throw answered;
    } catch (RuntimeException failed) {
      throw EngineRefusals.in(failed)
          .map(refusal -> (RuntimeException) new FormRefused(refusal))
          .orElse(failed);
    }
  }

  private FormCompletion completion(
      Command<?> command, FormCompletion.Delegated delegated, String values, String deserialize) {
    return new FormCompletion(
        forms,
        delegated,
        CommandFields.get(command, "taskId"),
        CommandFields.get(command, values),
        CommandFields.<Boolean>get(command, "returnVariables"),
        CommandFields.<Boolean>get(command, deserialize));
  }

  /** Errors and escalations leave the task by another way: what they carry has to be right. */
  private void checkAlongside(Command<?> command) {
    Map<String, Object> variables = CommandFields.get(command, "variables");
    String id = CommandFields.get(command, "taskId");
    TaskEntity task = id == null ? null : find(id);
    if (variables == null || variables.isEmpty() || task == null) {
      return;
    }
    CommandContext context = Context.getCommandContext();
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(checker -> checker.checkTaskWork(task));
    CommandFields.set(command, "variables", forms.alongside(task, variables));
  }

  private void addFacts(GetTaskFormVariablesCmd command, VariableMap shown) {
    forms
        .facts(find(command.resourceId))
        .forEach(
            (name, value) -> {
              boolean asked =
                  command.formVariableNames == null || command.formVariableNames.contains(name);
              // The tasklist would show a null as the word.
              if (asked && value != null) {
                shown.putValueTyped(
                    name,
                    value instanceof Iterable
                        ? JsonValueType.write(value)
                        : Variables.untypedValue(value));
              }
            });
  }

  private static TaskEntity find(String id) {
    return Context.getCommandContext().getTaskManager().findTaskById(id);
  }
}
