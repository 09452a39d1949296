package org.itsmsuite.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * The open tasks and the jobs of one process instance. Inside of a step they are read by the
 * engine's fixed statements: a query assembles its own anew each time, which costs more than the
 * database does. Authorization is not asked.
 */
public final class RunWork {

  private RunWork() {}

  /** Tasks of the instance that are in the database. */
  public static List<Task> tasks(TaskService tasks, String run) {
    CommandContext step = Context.getCommandContext();
    return step == null
        ? tasks.createTaskQuery().processInstanceId(run).list()
        : new ArrayList<>(step.getTaskManager().findTasksByProcessInstanceId(run));
  }

  /** Jobs of the instance that are in the database. */
  public static List<Job> jobs(ManagementService management, String run) {
    CommandContext step = Context.getCommandContext();
    return step == null
        ? management.createJobQuery().processInstanceId(run).list()
        : new ArrayList<>(step.getJobManager().findJobsByProcessInstanceId(run));
  }
}
