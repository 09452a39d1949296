package org.itsmsuite.engine.frugal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Before it changes a line of history the engine reads when that began, to compute how long it
 * took. Only what ends has taken a time, and a task knows itself when it was created.
 */
class EndsOnly extends DbHistoryEventHandler {

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
    if (event instanceof HistoricScopeInstanceEvent scope
        && !isInitialEvent(event)
        && entities.getCachedEntity(event.getClass(), event.getId()) == null
        && (scope.getEndTime() == null || knowsItsStart(entities, scope))) {
      entities.merge(event);
    } else {
      super.insertOrUpdate(event);
    }
  }

  private static boolean knowsItsStart(DbEntityManager entities, HistoricScopeInstanceEvent scope) {
    if (scope instanceof HistoricTaskInstanceEventEntity ofTask) {
      TaskEntity task = entities.getCachedEntity(TaskEntity.class, ofTask.getTaskId());
      if (task != null && task.getCreateTime() != null) {
        scope.setStartTime(task.getCreateTime());
        return true;
      }
    }
    return false;
  }
}
