package org.itsmsuite.engine.guard;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The ids of an execution, a process instance or a task that a command names. */
final class TargetIds {

  private static final Set<String> NAMES =
      Set.of("entityId", "executionId", "processInstanceId", "taskId");

  private TargetIds() {}

  static List<String> of(Object command) {
    List<String> ids = new ArrayList<>();
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (NAMES.contains(field.getName()) && field.getType() == String.class) {
          add(field, command, ids);
        }
      }
    }
    return ids;
  }

  /** The execution that a command names, or that the task it names belongs to; or null. */
  static ExecutionEntity execution(Command<?> command) {
    CommandContext context = Context.getCommandContext();
    for (String id : of(command)) {
      ExecutionEntity execution = context.getExecutionManager().findExecutionById(id);
      if (execution != null) {
        return execution;
      }
      TaskEntity task = context.getTaskManager().findTaskById(id);
      if (task != null && task.getExecution() != null) {
        return task.getExecution();
      }
    }
    return null;
  }

  private static void add(Field field, Object command, List<String> ids) {
    try {
      field.setAccessible(true);
      if (field.get(command) instanceof String id) {
        ids.add(id);
      }
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
