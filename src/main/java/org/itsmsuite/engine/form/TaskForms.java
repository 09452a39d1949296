package org.itsmsuite.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.SubmittedForm;
import org.itsmsuite.engine.SubmittedForms;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.refusal.Refusal;

/** Takes what a task is completed with. Runs inside of the engine's command. */
public class TaskForms {

  private final FormSchemas schemas = new FormSchemas();
  private final FormCheck check;
  private final RecordOfTask records;
  private final Supplier<List<SubmittedForms>> listeners;
  private final Supplier<Duties> duties;

  public TaskForms(
      FeelEngine feel,
      Supplier<List<SubmittedForms>> listeners,
      Supplier<List<TaskFacts>> facts,
      RecordAudience audience,
      Supplier<Duties> duties) {
    this.check = new FormCheck(feel);
    this.records = new RecordOfTask(facts, audience);
    this.listeners = listeners;
    this.duties = duties;
  }

  /**
   * Checks a submitted form and tells who listens.
   *
   * @param sent may be null
   * @return the variables to set in its place
   */
  VariableMap submitted(TaskEntity task, Map<String, Object> sent) {
    records.requireKnown(task);
    FormSchema form = schemas.of(task).orElse(null);
    Map<String, Object> values = values(form, task, sent, true);
    keepDutiesApart(task, values);
    if (form != null) {
      var submitted =
          new SubmittedForm(
              RecordOfTask.number(task),
              RecordOfTask.process(task),
              task.getTaskDefinitionKey(),
              form.id(),
              values);
      listeners.get().forEach(listener -> listener.submitted(submitted));
    }
    return variables(task, values, sent);
  }

  private void keepDutiesApart(TaskEntity task, Map<String, Object> values) {
    Duties separated = duties.get();
    if (separated != null && task.getProcessDefinition() != null) {
      separated.completing(
          RecordOfTask.number(task),
          task.getProcessDefinition().getKey(),
          task.getTaskDefinitionKey(),
          values);
    }
  }

  /** The task is left by somebody who does not complete it. */
  void leaving(TaskEntity task) {
    Duties separated = duties.get();
    if (separated != null && task.getProcessDefinition() != null) {
      separated.leaving(
          RecordOfTask.number(task),
          task.getProcessDefinition().getKey(),
          task.getTaskDefinitionKey());
    }
  }

  /**
   * Checks values that come along with something else than the completion of the task: whatever is
   * there has to be right, nothing has to be there, and nobody is told of a form.
   */
  VariableMap alongside(TaskEntity task, Map<String, Object> sent) {
    return variables(task, values(schemas.of(task).orElse(null), task, sent, false), sent);
  }

  /** What the task's form shows of its record, by the names the form knows. */
  Map<String, Object> facts(TaskEntity task) {
    return schemas
        .of(task)
        .map(
            form -> {
              Map<String, Object> facts = new HashMap<>(records.facts(task));
              facts.keySet().retainAll(form.names());
              return facts;
            })
        .orElse(Map.of());
  }

  private Map<String, Object> values(
      FormSchema form, TaskEntity task, Map<String, Object> sent, boolean whole) {
    Map<String, Object> given = sent == null ? Map.of() : sent;
    if (form != null) {
      return check.accept(form, given, whole, () -> shown(task));
    }
    if (!given.isEmpty()) {
      throw new FormRefused(
          given.keySet().stream()
              .map(ControlCharacters::shown)
              .map(
                  name ->
                      new Refusal.Offence(
                          name,
                          "form.extra-variable",
                          "The task has no form, so it takes no '" + name + "'."))
              .toList());
    }
    return Map.of();
  }

  private Map<String, Object> shown(TaskEntity task) {
    Map<String, Object> shown = new HashMap<>();
    VariableMap variables = task.getVariablesTyped(false);
    variables.keySet().forEach(name -> shown.put(name, PlainValues.of(variables, name)));
    shown.putAll(records.facts(task));
    return shown;
  }

  /**
   * Transient, so that texts people typed are stored as facts of the record and nowhere else. A
   * variable that the process itself keeps under a field's name is updated by what was entered.
   */
  private static VariableMap variables(
      TaskEntity task, Map<String, Object> values, Map<String, Object> sent) {
    VariableMap variables = Variables.createVariables();
    ExecutionEntity execution = task.getExecution();
    values.forEach(
        (name, value) -> {
          if (execution != null && isStored(execution, name)) {
            if (sent != null && sent.containsKey(name)) {
              variables.put(name, value);
            }
          } else {
            variables.putValueTyped(name, Variables.untypedValue(value, true));
          }
        });
    return variables;
  }

  private static boolean isStored(ExecutionEntity execution, String name) {
    return execution.getVariableInstance(name) instanceof VariableInstanceEntity variable
        && !variable.isTransient();
  }
}
