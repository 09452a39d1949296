package org.itsmsuite.engine.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.refusal.Refusal;

/** Finds the record a task is about, and its facts. */
class RecordOfTask {

  private final Supplier<List<TaskFacts>> sources;
  private final RecordAudience audience;

  RecordOfTask(Supplier<List<TaskFacts>> sources, RecordAudience audience) {
    this.sources = sources;
    this.audience = audience;
  }

  /** The record's number: the business key of the outermost process; null if there is none. */
  static String number(TaskEntity task) {
    return TaskRecord.of(task);
  }

  /** Key and version, such as {@code incident-triage:3}. */
  static String process(TaskEntity task) {
    var definition = task.getProcessDefinition();
    return definition == null ? null : definition.getKey() + ":" + definition.getVersion();
  }

  /**
   * @throws Refusal {@code engine.restricted-record} if the record does not concern the person
   */
  void requireKnown(TaskEntity task) {
    if (!EngineCalls.isInternal() && !mayKnow(number(task))) {
      throw Refusal.forbidden(
          "engine.restricted-record", "Only those whom a restricted record concerns work on it.");
    }
  }

  private boolean mayKnow(String number) {
    return audience.mayKnow(
        RecordAudience.actor(Context.getCommandContext().getAuthentication()), number);
  }

  /** Empty for a person whom the record does not concern. */
  Map<String, Object> facts(TaskEntity task) {
    String number = number(task);
    if (number == null || task.getProcessDefinition() == null || !mayKnow(number)) {
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
