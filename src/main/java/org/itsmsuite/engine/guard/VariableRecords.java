package org.itsmsuite.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/** Writes into the ledger which variables an administrator wrote, before the engine writes them. */
class VariableRecords {

  private final Supplier<Ledger> ledger;

  VariableRecords(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  /** On each record whose process is named; where none is, on {@code engine}. */
  void write(Command<?> command, Map<String, Object> sent) {
    List<ExecutionEntity> executions = RepairedRecords.executions(command);
    if (executions.isEmpty()) {
      write(command, sent, null);
    }
    executions.forEach(execution -> write(command, sent, execution));
  }

  private void write(Command<?> command, Map<String, Object> sent, ExecutionEntity execution) {
    Fact fact =
        Fact.of(record(execution), "engine.variablesWritten")
            .with("command", command.getClass().getSimpleName());
    if (execution != null && execution.getProcessDefinition() != null) {
      var definition = execution.getProcessDefinition();
      fact = fact.in(definition.getKey() + ":" + definition.getVersion());
    }
    VariableScope scope = scope(command, execution);
    for (var variable : sent.entrySet()) {
      Object before = scope == null ? null : scope.getVariable(variable.getKey());
      fact =
          fact.changed(
              variable.getKey(),
              Personal.of(SentVariables.plain(before)),
              Personal.of(variable.getValue()));
    }
    ledger.get().write(fact);
  }

  /** A task may have variables of its own, which hide those of its process. */
  private static VariableScope scope(Command<?> command, ExecutionEntity execution) {
    TaskEntity task = TargetIds.taskWithVariables(command);
    return task == null ? execution : task;
  }

  private static String record(ExecutionEntity execution) {
    String key = TaskRecord.of(execution);
    return key == null ? RepairedRecords.NO_RECORD : key;
  }
}
