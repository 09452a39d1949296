package org.itsmsuite.engine.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.engine.TaskFacts;

/** Finds the record a task is about, and its facts. */
class RecordOfTask {

  private final Supplier<List<TaskFacts>> sources;

  RecordOfTask(Supplier<List<TaskFacts>> sources) {
    this.sources = sources;
  }

  /** The record's number: the business key of the outermost process; null if there is none. */
  static String number(TaskEntity task) {
    ExecutionEntity execution = task.getExecution();
    if (execution == null) {
      return null;
    }
    ExecutionEntity root =
        Context.getCommandContext()
            .getExecutionManager()
            .findExecutionById(execution.getRootProcessInstanceId());
    return root == null ? null : root.getBusinessKey();
  }

  /** Key and version, such as {@code incident-triage:3}. */
  static String process(TaskEntity task) {
    var definition = task.getProcessDefinition();
    return definition == null ? null : definition.getKey() + ":" + definition.getVersion();
  }

  Map<String, Object> facts(TaskEntity task) {
    String number = number(task);
    if (number == null || task.getProcessDefinition() == null) {
      return Map.of();
    }
    String process = task.getProcessDefinition().getKey();
    for (TaskFacts source : sources.get()) {
      if (source.knows(process)) {
        return source.of(number, task.getTaskDefinitionKey(), task.getId());
      }
    }
    return Map.of();
  }
}
