package org.itsmsuite.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/**
 * People write no process variables past the forms. Administrators may, to repair a process, and it
 * is recorded.
 */
public class VariableGuard extends CommandInterceptor {

  /** Stable key of the refusal. */
  public static final String KEY = "engine.variables-read-only";

  private static final List<Class<?>> MAY_CARRY_VARIABLES =
      List.of(
          AbstractVariableCmd.class,
          AbstractPatchVariablesCmd.class,
          SetVariablesToProcessInstancesBatchCmd.class,
          StartProcessInstanceCmd.class,
          StartProcessInstanceAtActivitiesCmd.class,
          SubmitStartFormCmd.class,
          AbstractCorrelateMessageCmd.class,
          CorrelateAllMessageBatchCmd.class,
          MessageEventReceivedCmd.class,
          SignalEventReceivedCmd.class,
          SignalCmd.class,
          EvaluateStartConditionCmd.class,
          ModifyProcessInstanceCmd.class,
          ModifyProcessInstanceAsyncCmd.class,
          AbstractModificationCmd.class,
          AbstractProcessInstanceModificationCommand.class,
          AbstractRestartProcessInstanceCmd.class,
          AbstractMigrationCmd.class,
          HandleExternalTaskCmd.class,
          CaseExecutionVariableCmd.class);

  private final VariableRecords records;

  public VariableGuard(Supplier<Ledger> ledger) {
    this.records = new VariableRecords(ledger);
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!EngineCalls.isInternal()
        && MAY_CARRY_VARIABLES.stream().anyMatch(type -> type.isInstance(command))
        && OuterCall.isRunning()) {
      check(command);
    }
    return next.execute(command);
  }

  private void check(Command<?> command) {
    CommandContext context = Context.getCommandContext();
    Authentication person = context.getAuthentication();
    if (person == null) {
      return;
    }
    Map<String, Object> sent = SentVariables.of(command);
    if (sent.isEmpty()) {
      return;
    }
    if (!context.getAuthorizationManager().isCamundaAdmin(person)) {
      throw refusal(sent);
    }
    records.write(command, sent);
  }

  private static AuthorizationException refusal(Map<String, Object> sent) {
    String sentence =
        "Process variables "
            + sent.keySet()
            + " cannot be sent directly: complete the task's form.";
    var refusal = new AuthorizationException(KEY + ": " + sentence);
    refusal.initCause(Refusal.forbidden(KEY, sentence));
    return refusal;
  }
}
