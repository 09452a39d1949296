package org.itsmsuite.engine.frugal;

import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Before it changes a line of history the engine reads when that began, to compute how long it
 * took. It stores a duration only with an end, and never writes the beginning again; so what has
 * not ended need not be read.
 */
class EndsOnly extends DbHistoryEventHandler {

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    if (event instanceof HistoricScopeInstanceEvent scope
        && scope.getEndTime() == null
        && !isInitialEvent(event)) {
      if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
        getDbEntityManager().merge(event);
      }
    } else {
      super.insertOrUpdate(event);
    }
  }
}
