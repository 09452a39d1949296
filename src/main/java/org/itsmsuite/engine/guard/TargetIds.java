package org.itsmsuite.engine.guard;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The ids of an execution, a process instance or a task that a command names. */
final class TargetIds {

  private static final String TASK = "taskId";
  private static final Set<String> NAMES =
      Set.of("entityId", "executionId", "processInstanceId", TASK);

  private static final Set<String> BUILDERS = Set.of("builder", "executionBuilder");

  private TargetIds() {}

  static List<String> of(Object command) {
    return of(command, NAMES);
  }

  private static List<String> of(Object command, Set<String> names) {
    List<String> ids = new ArrayList<>();
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (names.contains(field.getName()) && field.getType() == String.class) {
          add(field, command, ids);
        }
      }
    }
    return ids;
  }

  /** The execution that a command names, or that the task it names belongs to; or null. */
  static ExecutionEntity execution(Command<?> command) {
    // What is called a task's id is one: no execution has to be looked for under it first.
    for (String id : of(command, Set.of(TASK))) {
      ExecutionEntity execution = ofTask(id);
      if (execution != null) {
        return execution;
      }
    }
    for (String id : of(command)) {
      ExecutionEntity execution =
          Context.getCommandContext().getExecutionManager().findExecutionById(id);
      if (execution == null) {
        execution = ofTask(id);
      }
      if (execution != null) {
        return execution;
      }
    }
    return null;
  }

  /** Process instances that a command names as a list, itself or in what it was built from. */
  static Set<String> instances(Command<?> command) {
    Set<String> ids = new LinkedHashSet<>();
    addInstances(command, ids);
    return ids;
  }

  private static void addInstances(Object holder, Set<String> ids) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Object value = isOfInstances(field) ? valueOf(field, holder) : null;
        if (value instanceof Collection<?> several) {
          several.stream().filter(Objects::nonNull).forEach(id -> ids.add((String) id));
        } else if (value instanceof String id) {
          ids.add(id);
        } else if (value != null) {
          addInstances(value, ids);
        }
      }
    }
  }

  private static boolean isOfInstances(Field field) {
    String name = field.getName();
    return name.equals("processInstanceIds")
        || name.equals("processInstanceId")
        || BUILDERS.contains(name);
  }

  /** The task that a command names, or null. */
  static TaskEntity task(Command<?> command) {
    return of(command, Set.of(TASK)).stream()
        .map(id -> Context.getCommandContext().getTaskManager().findTaskById(id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The task whose variables a command writes, or null. */
  static TaskEntity taskWithVariables(Command<?> command) {
    return of(command, Set.of("entityId")).stream()
        .map(id -> Context.getCommandContext().getTaskManager().findTaskById(id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static boolean namesTask(Command<?> command) {
    return !of(command, Set.of(TASK)).isEmpty();
  }

  /** Whether the task that a command names is not there; false if it names none. */
  static boolean namesGoneTask(Command<?> command) {
    return of(command, Set.of(TASK)).stream()
        .anyMatch(id -> Context.getCommandContext().getTaskManager().findTaskById(id) == null);
  }

  private static ExecutionEntity ofTask(String id) {
    TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(id);
    return task == null ? null : task.getExecution();
  }

  private static void add(Field field, Object command, List<String> ids) {
    if (valueOf(field, command) instanceof String id) {
      ids.add(id);
    }
  }

  private static Object valueOf(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
