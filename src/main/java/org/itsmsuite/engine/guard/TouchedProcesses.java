package org.itsmsuite.engine.guard;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.itsmsuite.engine.restriction.TaskRecord;

/**
 * The processes that the running command has read, whichever it was about. The database is not
 * asked: the engine changes and deletes nothing that it has not read.
 */
final class TouchedProcesses {

  private static final Set<DbEntityState> GONE =
      Set.of(DbEntityState.DELETED_PERSISTENT, DbEntityState.DELETED_MERGED);

  private TouchedProcesses() {}

  /** Whether a process ended that was there before and that no other process has called. */
  static boolean anyEnded() {
    return executions()
        .filter(one -> one.getId().equals(one.getRootProcessInstanceId()))
        .anyMatch(one -> GONE.contains(cache().getCachedEntity(one).getEntityState()));
  }

  /** The records they are about. */
  static Set<String> records() {
    return executions().toList().stream()
        .map(TaskRecord::of)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<ExecutionEntity> executions() {
    return cache().getEntitiesByType(ExecutionEntity.class).stream();
  }

  private static DbEntityCache cache() {
    return Context.getCommandContext().getDbEntityManager().getDbEntityCache();
  }
}
