package org.itsmsuite.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * The open tasks and the jobs of one process instance. Inside of a step they are read by the
 * engine's fixed statements: a query assembles its own anew each time, which costs more than the
 * database does. Authorization is not asked.
 */
public final class RunWork {

  private static final String TASKS_OF_ALL =
      "select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
          + " where E.ROOT_PROC_INST_ID_ = #{run}";

  private RunWork() {}

  /** Tasks of the instance that are in the database. */
  public static List<Task> tasks(TaskService tasks, String run) {
    CommandContext step = Context.getCommandContext();
    return step == null
        ? tasks.createTaskQuery().processInstanceId(run).list()
        : new ArrayList<>(step.getTaskManager().findTasksByProcessInstanceId(run));
  }

  /**
   * Gives open tasks other names and another place in lists; to be called inside of a step. The
   * engine's log of what people did keeps neither name.
   *
   * @param run the outermost process instance; tasks of the processes it has called count as well
   * @param name gives the name a task has from now on
   * @param priority the engine's, see {@link TaskPriority}
   */
  public static void retell(String run, UnaryOperator<String> name, int priority) {
    CommandContext step = Context.getCommandContext();
    step.getProcessEngineConfiguration()
        .getTaskService()
        .createNativeTaskQuery()
        .sql(TASKS_OF_ALL)
        .parameter("run", run)
        .list()
        .forEach(task -> retell(step.getTaskManager().findTaskById(task.getId()), name, priority));
  }

  private static void retell(TaskEntity task, UnaryOperator<String> name, int priority) {
    String next = name.apply(task.getName());
    if (!next.equals(task.getName()) || priority != task.getPriority()) {
      task.setNameWithoutCascade(next);
      task.setPriorityWithoutCascade(priority);
      task.triggerUpdateEvent();
    }
  }

  /** Jobs of the instance that are in the database. */
  public static List<Job> jobs(ManagementService management, String run) {
    CommandContext step = Context.getCommandContext();
    return step == null
        ? management.createJobQuery().processInstanceId(run).list()
        : new ArrayList<>(step.getJobManager().findJobsByProcessInstanceId(run));
  }
}
