package org.itsmsuite.engine.restriction;

import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RecordAudience;

/** The open tasks of a record that has become a restricted one, or is one no longer. */
public final class RestrictedTasks {

  private static final String OF_RUN =
      "select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
          + " where E.ROOT_PROC_INST_ID_ = #{run}";

  private final ProcessEngineConfigurationImpl engine;
  private final RecordAudience audience;

  public RestrictedTasks(ProcessEngine engine, RecordAudience audience) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.audience = audience;
  }

  /**
   * Takes the open tasks of a restricted record away from people whom it does not concern, or
   * offers those of any other record to everybody whom the model names, and renames them. Call it
   * after the record was restricted and those concerned were named, or after that was lifted.
   *
   * @param record its number
   * @param run the outermost process instance; tasks of the processes it has called count as well
   * @param name gives the name a task has from now on; the old one is not kept anywhere
   */
  public void review(String record, String run, UnaryOperator<String> name) {
    EngineCalls.internally(
        () ->
            engine
                .getCommandExecutorTxRequired()
                .execute(
                    command -> {
                      open(command, run).forEach(task -> review(task, record, name));
                      return null;
                    }));
  }

  private List<TaskEntity> open(CommandContext command, String run) {
    return engine
        .getTaskService()
        .createNativeTaskQuery()
        .sql(OF_RUN)
        .parameter("run", run)
        .list()
        .stream()
        .map(task -> command.getTaskManager().findTaskById(task.getId()))
        .toList();
  }

  private void review(TaskEntity task, String record, UnaryOperator<String> name) {
    var offered = new OfferedTask(audience, task, record);
    if (audience.isRestricted(record)) {
      offered.review();
    } else {
      offered.offerAgain();
    }
    // Setting it the usual way would keep the old name in the engine's log of what people did.
    task.setNameWithoutCascade(name.apply(task.getName()));
    task.triggerUpdateEvent();
  }
}
