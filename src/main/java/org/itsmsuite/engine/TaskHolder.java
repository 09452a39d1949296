package org.itsmsuite.engine;

import org.camunda.bpm.engine.task.Task;

/** Who has a task, in words for people. */
public final class TaskHolder {

  private TaskHolder() {}

  /** Such as {@code agent}, or {@code specialist for agent} while a deputy has it; or null. */
  public static String of(Task task) {
    return task.getAssignee() == null
            || task.getOwner() == null
            || task.getOwner().equals(task.getAssignee())
        ? task.getAssignee()
        : task.getAssignee() + " for " + task.getOwner();
  }
}
