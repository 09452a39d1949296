package org.itsmsuite.sla.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.itsmsuite.sla.ClockTimers.Rearmed;

/**
 * The tasks that give the next word. The model says which they are by their due date, {@code
 * ${sla.updateDue(execution)}}; they may belong to another process that runs for the same record.
 */
class UpdateTasks {

  private final TaskService tasks;
  private final RepositoryService repository;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  UpdateTasks(TaskService tasks, RepositoryService repository) {
    this.tasks = tasks;
    this.repository = repository;
  }

  /** Those in the database. Nobody is asked for a record that never owed an update. */
  List<Task> of(Rearmed record) {
    return record.updateDue() == null
        ? List.of()
        : tasks.createTaskQuery().processInstanceBusinessKey(record.record()).list().stream()
            .filter(this::isForUpdate)
            .toList();
  }

  /** Whether a task, of this record or not, follows the record's update clock. */
  boolean isForUpdate(Task task, Rearmed record) {
    return record.hasUpdates() && isForUpdate(task);
  }

  private boolean isForUpdate(Task task) {
    return task.getProcessDefinitionId() != null
        && known.computeIfAbsent(
            task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(),
            unknown -> isForUpdate(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
  }

  private boolean isForUpdate(String process, String key) {
    return repository.getBpmnModelInstance(process).getModelElementById(key)
            instanceof UserTask task
        && task.getCamundaDueDate() != null
        && task.getCamundaDueDate().contains("sla.updateDue(");
  }
}
