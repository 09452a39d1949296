package org.itsmsuite.engine.restriction;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The record that a task or a process instance is about. Inside of an engine command only. */
public final class TaskRecord {

  private TaskRecord() {}

  /** The record's number: the business key of the outermost process; null if there is none. */
  public static String of(TaskEntity task) {
    return of(task.getExecution());
  }

  /** The same for anything that runs in a process; null gives null. */
  public static String of(ExecutionEntity execution) {
    if (execution == null) {
      return null;
    }
    ExecutionEntity root = find(execution.getRootProcessInstanceId());
    return root == null ? null : root.getBusinessKey();
  }

  static ExecutionEntity find(String id) {
    return id == null
        ? null
        : Context.getCommandContext().getExecutionManager().findExecutionById(id);
  }
}
