package org.itsmsuite.engine.frugal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Before it changes a line of history the engine reads when that began, to compute how long it
 * took. Only what ends has taken a time.
 */
class EndsOnly extends DbHistoryEventHandler {

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    if (event instanceof HistoricScopeInstanceEvent scope
        && scope.getEndTime() == null
        && !isInitialEvent(event)) {
      var entities = Context.getCommandContext().getDbEntityManager();
      if (entities.getCachedEntity(event.getClass(), event.getId()) == null) {
        entities.merge(event);
      }
    } else {
      super.insertOrUpdate(event);
    }
  }
}
