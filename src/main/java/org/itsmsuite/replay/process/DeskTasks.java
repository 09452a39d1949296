package org.itsmsuite.replay.process;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RunWork;
import org.itsmsuite.refusal.Refusal;

/** What people do with tasks; looking for one and working on it is one step of the engine. */
final class DeskTasks {

  private final TaskService tasks;
  private final CommandExecutor commands;

  DeskTasks(ProcessEngine engine) {
    this.tasks = engine.getTaskService();
    this.commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
  }

  void take(String run, String person) {
    inOneStep(() -> open(run).forEach(task -> tasks.setAssignee(task.getId(), person)));
  }

  void complete(String run, String taskKey, Map<String, Object> values) {
    inOneStep(
        () -> {
          Task task =
              open(run)
                  .filter(one -> one.getTaskDefinitionKey().equals(taskKey))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          Refusal.conflict(
                              "replay.no-such-task",
                              "The process offers no task \"" + taskKey + "\" now."));
          tasks.complete(task.getId(), values);
        });
  }

  private Stream<Task> open(String run) {
    return RunWork.tasks(tasks, run).stream();
  }

  private void inOneStep(Runnable work) {
    EngineCalls.internally(
        () ->
            commands.execute(
                context -> {
                  work.run();
                  return null;
                }));
  }
}
