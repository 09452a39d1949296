package org.itsmsuite.incident.major.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RunWork;
import org.itsmsuite.engine.TaskHolder;
import org.itsmsuite.incident.major.MajorFlow;
import org.itsmsuite.incident.major.MajorRun;
import org.springframework.stereotype.Component;

/** Looks after the tasks of a major incident; who may act was decided before. */
@Component
public class MajorProcess implements MajorFlow {

  private final TaskService tasks;

  public MajorProcess(TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public void reassign(MajorRun run, String from, String to) {
    EngineCalls.internally(
        () ->
            RunWork.tasks(tasks, run.instance()).stream()
                .filter(task -> isManagers(task.getTaskDefinitionKey()))
                .filter(task -> isFree(task) || isOf(task, from))
                .forEach(task -> give(task, to)));
  }

  private static boolean isFree(Task task) {
    return task.getAssignee() == null;
  }

  /** Also while a deputy has it on their behalf. */
  private static boolean isOf(Task task, String account) {
    return task.getAssignee().equals(account) || account != null && account.equals(task.getOwner());
  }

  private void give(Task task, String account) {
    // In one: the engine knows no call of its own that leaves a task without an owner.
    task.setOwner(null);
    task.setAssignee(account);
    tasks.saveTask(task);
  }

  /** The tasks of whoever is in charge; the model assigns them the same way. */
  private static boolean isManagers(String task) {
    return task.equals("userTask_sendNextUpdate") || task.equals("userTask_writeReport");
  }

  @Override
  public List<OpenTask> tasks(MajorRun run) {
    return EngineCalls.internally(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceId(run.instance())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> new OpenTask(task.getId(), task.getName(), TaskHolder.of(task)))
                .toList());
  }
}
