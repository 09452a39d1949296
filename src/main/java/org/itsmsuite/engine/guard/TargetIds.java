package org.itsmsuite.engine.guard;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
