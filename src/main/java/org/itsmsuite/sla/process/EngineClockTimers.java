package org.itsmsuite.sla.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.engine.RunWork;
import org.itsmsuite.sla.ClockTimers;
import org.springframework.stereotype.Component;

/**
 * Moves timers and due dates in the engine. Timers and tasks made in the running command are not in
 * the database yet, so they are looked for in the command's own cache too; two timers of one clock
 * are legal and both move.
 */
@Component
public class EngineClockTimers implements ClockTimers {

  private final ManagementService management;
  private final TaskService tasks;

  public EngineClockTimers(ManagementService management, TaskService tasks) {
    this.management = management;
    this.tasks = tasks;
  }

  @Override
  public void rearm(String run, List<Rearmed> timers, Instant taskDue) {
    Map<String, Instant> dates =
        timers.stream().collect(Collectors.toMap(Rearmed::timer, Rearmed::at));
    rearmStored(run, dates);
    moveStoredTasks(run, taskDue);
    CommandContext command = Context.getCommandContext();
    if (command != null) {
      var cache = command.getDbEntityManager();
      // Asked for timers, or for jobs, the cache gives none: it keeps them under what all jobs are.
      cache.getCachedEntitiesByType(AcquirableJobEntity.class).stream()
          .filter(TimerEntity.class::isInstance)
          .forEach(timer -> rearm((TimerEntity) timer, dates));
      cache.getCachedEntitiesByType(TaskEntity.class).stream()
          .filter(task -> run.equals(task.getProcessInstanceId()) && task.getDueDate() != null)
          .forEach(task -> task.setDueDate(date(taskDue)));
    }
  }

  private void rearmStored(String run, Map<String, Instant> dates) {
    RunWork.jobs(management, run).stream()
        .filter(TimerEntity.class::isInstance)
        .map(TimerEntity.class::cast)
        .filter(timer -> dates.containsKey(timer.getRepeat()))
        .filter(timer -> !date(dates.get(timer.getRepeat())).equals(timer.getDuedate()))
        .forEach(
            timer -> management.setJobDuedate(timer.getId(), date(dates.get(timer.getRepeat()))));
  }

  private static void rearm(TimerEntity timer, Map<String, Instant> dates) {
    Instant at = timer.getRepeat() == null ? null : dates.get(timer.getRepeat());
    if (at != null) {
      timer.setDuedate(date(at));
    }
  }

  private void moveStoredTasks(String run, Instant taskDue) {
    for (Task task : RunWork.tasks(tasks, run)) {
      if (task.getDueDate() != null
          && !Objects.equals(task.getDueDate(), date(taskDue))
          && taskDue != null) {
        task.setDueDate(date(taskDue));
        tasks.saveTask(task);
      }
    }
  }

  private static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
