package org.itsmsuite.engine.guard;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessInstanceStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/**
 * A record's process is ended by the record's own actions, and what has happened in it is kept: a
 * process that somebody deletes would leave a record behind that nobody can work on, and steps
 * could be skipped that must not be. Administrators may repair a process by moving it, and what
 * they did is a fact on the record.
 */
public final class RecordProcessGuard extends CommandInterceptor {

  /** Stable key of the refusal. */
  public static final String KEY = "engine.record-kept";

  private static final List<Class<?>> ENDS =
      List.of(
          DeleteProcessInstanceCmd.class,
          DeleteProcessInstancesCmd.class,
          DeleteProcessInstanceBatchCmd.class,
          AbstractRestartProcessInstanceCmd.class,
          DeleteJobCmd.class,
          DeleteHistoricProcessInstancesCmd.class,
          DeleteHistoricProcessInstancesBatchCmd.class,
          DeleteHistoricTaskInstanceCmd.class,
          DeleteHistoricVariableInstanceCmd.class,
          DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
          DeleteHistoricDecisionInstanceByDefinitionIdCmd.class,
          DeleteHistoricDecisionInstanceByInstanceIdCmd.class,
          DeleteHistoricDecisionInstancesBatchCmd.class,
          DeleteHistoricDecisionInstancesBulkCmd.class,
          DeleteUserOperationLogEntryCmd.class);

  private static final List<Class<?>> REPAIRS =
      List.of(
          ModifyProcessInstanceCmd.class,
          ModifyProcessInstanceAsyncCmd.class,
          AbstractModificationCmd.class,
          AbstractMigrationCmd.class,
          AbstractSetProcessInstanceStateCmd.class,
          AbstractUpdateProcessInstancesSuspendStateCmd.class,
          AbstractSetProcessDefinitionStateCmd.class,
          AbstractSetJobStateCmd.class,
          AbstractSetJobDefinitionStateCmd.class,
          SetJobDuedateCmd.class);

  private final Supplier<Ledger> ledger;

  public RecordProcessGuard(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!isOneOf(ENDS, command) && !isOneOf(REPAIRS, command) || !isByHand()) {
      return next.execute(command);
    }
    if (isOneOf(ENDS, command)) {
      throw refusal();
    }
    // Read before: a repair may end what it is about.
    String record = record(command);
    T result = next.execute(command);
    ledger
        .get()
        .write(
            Fact.of(record, "engine.repaired").with("command", command.getClass().getSimpleName()));
    return result;
  }

  private static boolean isByHand() {
    return !EngineCalls.isInternal()
        && !EngineCalls.isReleasing()
        && OuterCall.isRunning()
        && Context.getCommandContext().getAuthentication() != null;
  }

  private static boolean isOneOf(List<Class<?>> types, Command<?> command) {
    return types.stream().anyMatch(type -> type.isInstance(command));
  }

  private static String record(Command<?> command) {
    String key = TaskRecord.of(execution(command));
    return key == null ? "engine" : key;
  }

  private static ExecutionEntity execution(Command<?> command) {
    if (!(command instanceof ModifyProcessInstanceCmd)) {
      return TargetIds.execution(command);
    }
    ProcessInstanceModificationBuilderImpl builder = CommandFields.get(command, "builder");
    return Context.getCommandContext()
        .getExecutionManager()
        .findExecutionById(builder.getProcessInstanceId());
  }

  private static AuthorizationException refusal() {
    String sentence =
        "The process of a record and its history are not deleted by hand: end the record by its own"
            + " actions. An administrator may move a process to repair it, which is recorded.";
    var refusal = new AuthorizationException(KEY + ": " + sentence);
    refusal.initCause(Refusal.forbidden(KEY, sentence));
    return refusal;
  }
}
