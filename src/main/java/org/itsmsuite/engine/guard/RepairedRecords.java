package org.itsmsuite.engine.guard;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.itsmsuite.engine.restriction.TaskRecord;

/** The records whose processes a command names. */
final class RepairedRecords {

  /** The chain for what is about no record, or about whichever a search finds. */
  static final String NO_RECORD = "engine";

  private RepairedRecords() {}

  /**
   * Their numbers, or {@link #NO_RECORD}; never empty. Ask before: a repair may end what it is
   * about.
   */
  static Set<String> of(Command<?> command) {
    var records =
        executions(command).stream()
            .map(TaskRecord::of)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    return records.isEmpty() ? Set.of(NO_RECORD) : records;
  }

  static List<ExecutionEntity> executions(Command<?> command) {
    var named = TargetIds.execution(command);
    var executions = Context.getCommandContext().getExecutionManager();
    return Stream.concat(
            Stream.ofNullable(named),
            TargetIds.instances(command).stream().map(executions::findExecutionById))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
