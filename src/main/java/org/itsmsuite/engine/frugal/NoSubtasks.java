package org.itsmsuite.engine.frugal;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** A subtask would be a standalone task, and those are switched off. */
class NoSubtasks extends TaskManager {

  @Override
  public List<Task> findTasksByParentTaskId(String parent) {
    return List.of();
  }
}
