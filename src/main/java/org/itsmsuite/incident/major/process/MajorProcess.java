package org.itsmsuite.incident.major.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RunWork;
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
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(from))
                .forEach(task -> tasks.setAssignee(task.getId(), to)));
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
                .map(task -> new OpenTask(task.getId(), task.getName(), task.getAssignee()))
                .toList());
  }
}
