package org.itsmsuite.engine.guard;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
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

  /** On the record whose process is meant; where that is not known, on {@code engine}. */
  void write(Command<?> command, Map<String, Object> sent) {
    ExecutionEntity execution = TargetIds.execution(command);
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
    String key = TaskRecord.of(execution);
    return key == null ? "engine" : key;
  }
}
