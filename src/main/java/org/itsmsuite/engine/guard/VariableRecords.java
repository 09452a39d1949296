package org.itsmsuite.engine.guard;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/** Writes into the ledger which variables an administrator wrote, before the engine writes them. */
class VariableRecords {

  private final Supplier<Ledger> ledger;

  VariableRecords(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  /** On the record whose process is meant; where that is not known, on {@code engine}. */
  void write(Command<?> command, Map<String, Object> sent) {
    ExecutionEntity execution = target(command);
    Fact fact =
        Fact.of(record(execution), "engine.variablesWritten")
            .with("command", command.getClass().getSimpleName());
    if (execution != null && execution.getProcessDefinition() != null) {
      var definition = execution.getProcessDefinition();
      fact = fact.in(definition.getKey() + ":" + definition.getVersion());
    }
    for (var variable : sent.entrySet()) {
      Object before = execution == null ? null : execution.getVariable(variable.getKey());
      fact =
          fact.changed(
              variable.getKey(),
              Personal.of(SentVariables.plain(before)),
              Personal.of(variable.getValue()));
    }
    ledger.get().write(fact);
  }

  private static String record(ExecutionEntity execution) {
    if (execution == null) {
      return "engine";
    }
    String key = root(execution).getBusinessKey();
    return key == null ? "engine" : key;
  }

  private static ExecutionEntity root(ExecutionEntity execution) {
    return Context.getCommandContext()
        .getExecutionManager()
        .findExecutionById(execution.getRootProcessInstanceId());
  }

  private static ExecutionEntity target(Command<?> command) {
    CommandContext context = Context.getCommandContext();
    for (String id : TargetIds.of(command)) {
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
}
