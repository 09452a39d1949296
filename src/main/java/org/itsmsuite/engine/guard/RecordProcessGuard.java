package org.itsmsuite.engine.guard;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
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
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
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
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/**
 * A record's process is ended by the record's own actions, and what has happened in it is kept: a
 * process that somebody deletes would leave a record behind that nobody can work on, and steps
 * could be skipped that must not be. Administrators may repair a process by moving it, as long as
 * something of it is left, and what they did is a fact on the record.
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

  /** What could lead a process to one of its ends, past the record's own actions. */
  private static final List<Class<?>> MESSAGES =
      List.of(
          AbstractCorrelateMessageCmd.class,
          MessageEventReceivedCmd.class,
          SignalEventReceivedCmd.class,
          SignalCmd.class);

  private static final Set<String> BATCHES =
      Set.of(
          Batch.TYPE_PROCESS_INSTANCE_MODIFICATION,
          Batch.TYPE_PROCESS_INSTANCE_MIGRATION,
          Batch.TYPE_CORRELATE_MESSAGE);

  private final Supplier<Ledger> ledger;

  public RecordProcessGuard(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof ExecuteJobsCmd) {
      return executeJob(command);
    }
    if (!isByHand()) {
      return next.execute(command);
    }
    if (isOneOf(ENDS, command)) {
      throw refusal();
    }
    boolean repair = isOneOf(REPAIRS, command);
    // Read before: a repair may end what it is about.
    Set<String> records = repair ? RepairedRecords.of(command) : Set.of();
    T result = next.execute(command);
    if (repair || isOneOf(MESSAGES, command)) {
      refuseEnds();
    }
    write(records, command.getClass().getSimpleName());
    return result;
  }

  /** What somebody had done to many in the background is done by jobs, in nobody's name. */
  private <T> T executeJob(Command<T> command) {
    T result = next.execute(command);
    JobEntity job = Context.getCommandContext().getCurrentJob();
    if (job != null && BATCHES.contains(job.getJobHandlerType())) {
      refuseEnds();
      write(TouchedProcesses.records(), job.getJobHandlerType());
    }
    return result;
  }

  /** What the command did is undone with the transaction. */
  private static void refuseEnds() {
    if (TouchedProcesses.anyEnded()) {
      throw refusal();
    }
  }

  private void write(Set<String> records, String command) {
    records.forEach(
        record -> ledger.get().write(Fact.of(record, "engine.repaired").with("command", command)));
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

  private static AuthorizationException refusal() {
    String sentence =
        "The process of a record and its history are not deleted by hand: end the record by its own"
            + " actions. An administrator may move a process to repair it, which is recorded; where"
            + " nothing of it would be left, that is no repair.";
    var refusal = new AuthorizationException(KEY + ": " + sentence);
    refusal.initCause(Refusal.forbidden(KEY, sentence));
    return refusal;
  }
}
