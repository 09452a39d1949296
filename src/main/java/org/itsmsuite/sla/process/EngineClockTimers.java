package org.itsmsuite.sla.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RunWork;
import org.itsmsuite.sla.ClockTimers;
import org.springframework.stereotype.Component;

/**
 * Moves timers and due dates in the engine. Timers and tasks made in the running command are not in
 * the database yet, so they are looked for in the command's own cache too; two timers of one clock
 * are legal and both move.
 *
 * <p>A person's call may move them as well, such as a reply; the engine is not asked whether that
 * person may change its jobs.
 */
@Component
public class EngineClockTimers implements ClockTimers {

  private final ManagementService management;
  private final TaskService tasks;
  private final UpdateTasks updates;

  public EngineClockTimers(
      ManagementService management, TaskService tasks, RepositoryService repository) {
    this.management = management;
    this.tasks = tasks;
    this.updates = new UpdateTasks(tasks, repository);
  }

  @Override
  public void rearm(Rearmed record) {
    EngineCalls.internally(
        () -> {
          CommandContext command = Context.getCommandContext();
          if (command == null) {
            rearmStored(record);
            moveStoredTasks(record);
          } else {
            rearmWithin(command, record);
          }
        });
  }

  /** What is read here is in the cache then, and written with the command. */
  private void rearmWithin(CommandContext command, Rearmed record) {
    if (!isNew(command, record.run())) {
      RunWork.jobs(management, record.run());
      moveStoredTasks(record);
    }
    rearmCached(record, command);
  }

  /** Nothing of a process that starts in this very command is in the database yet. */
  private static boolean isNew(CommandContext command, String run) {
    var cached =
        command.getDbEntityManager().getDbEntityCache().getCachedEntity(ExecutionEntity.class, run);
    return cached != null && cached.getEntityState() == DbEntityState.TRANSIENT;
  }

  private void rearmStored(Rearmed record) {
    Map<String, Instant> dates = record.timers();
    RunWork.jobs(management, record.run()).stream()
        .filter(TimerEntity.class::isInstance)
        .map(TimerEntity.class::cast)
        .filter(timer -> dates.containsKey(timer.getRepeat()))
        .filter(timer -> !date(dates.get(timer.getRepeat())).equals(timer.getDuedate()))
        .forEach(
            timer -> management.setJobDuedate(timer.getId(), date(dates.get(timer.getRepeat()))));
  }

  private void rearmCached(Rearmed record, CommandContext command) {
    var cache = command.getDbEntityManager();
    // Asked for timers, or for jobs, the cache gives none: it keeps them under what all jobs are.
    cache.getCachedEntitiesByType(AcquirableJobEntity.class).stream()
        .filter(TimerEntity.class::isInstance)
        .forEach(timer -> rearm((TimerEntity) timer, record.timers()));
    cache.getCachedEntitiesByType(TaskEntity.class).stream()
        .filter(task -> task.getDueDate() != null)
        .forEach(task -> moveCached(task, record));
  }

  private void moveCached(TaskEntity task, Rearmed record) {
    if (updates.isForUpdate(task, record)) {
      boolean isItsOwn = record.record().equals(task.getProcessInstance().getBusinessKey());
      if (isItsOwn && record.updateDue() != null) {
        task.setDueDate(date(record.updateDue()));
      }
    } else if (record.run().equals(task.getProcessInstanceId())) {
      task.setDueDate(date(record.taskDue()));
    }
  }

  private static void rearm(TimerEntity timer, Map<String, Instant> dates) {
    Instant at = timer.getRepeat() == null ? null : dates.get(timer.getRepeat());
    if (at != null) {
      timer.setDuedate(date(at));
    }
  }

  private void moveStoredTasks(Rearmed record) {
    for (Task task : RunWork.tasks(tasks, record.run())) {
      if (!updates.isForUpdate(task, record)) {
        move(task, record.taskDue());
      }
    }
    updates.of(record).forEach(task -> move(task, record.updateDue()));
  }

  private void move(Task task, Instant due) {
    if (task.getDueDate() != null && due != null && !Objects.equals(task.getDueDate(), date(due))) {
      task.setDueDate(date(due));
      tasks.saveTask(task);
    }
  }

  private static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
