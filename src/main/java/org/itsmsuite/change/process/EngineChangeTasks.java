package org.itsmsuite.change.process;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.change.ChangeTasks;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.TaskHolder;
import org.itsmsuite.incident.IncidentProgress.OpenTask;
import org.itsmsuite.incident.Run;
import org.springframework.stereotype.Component;

/** Asks the engine for the tasks of a change. */
@Component
class EngineChangeTasks implements ChangeTasks {

  private static final String TASKS_OF_ALL =
      "select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
          + " where E.ROOT_PROC_INST_ID_ = #{run}";

  private final TaskService tasks;

  EngineChangeTasks(TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public List<OpenTask> open(Run run) {
    return EngineCalls.internally(
        () ->
            tasks
                .createNativeTaskQuery()
                .sql(TASKS_OF_ALL)
                .parameter("run", run.instance())
                .list()
                .stream()
                .map(
                    task ->
                        new OpenTask(
                            task.getId(), task.getName(), group(task), TaskHolder.of(task)))
                .sorted(Comparator.comparing(OpenTask::name))
                .toList());
  }

  private String group(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
