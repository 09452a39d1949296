package org.itsmsuite.engine.frugal;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's full history, except that jobs were made, done and removed: when a clock was to be
 * looked at, and what came of it, is in the ledger, and which step ran when in the history of
 * activities. That a job failed, when and why, is kept. See docs/adr/0010.
 */
class FullBesideTheLedger extends HistoryLevelFull {

  private static final Set<HistoryEventType> LEFT_OUT =
      Set.of(
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_SUCCESS,
          HistoryEventTypes.JOB_DELETE);

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return !LEFT_OUT.contains(type) && super.isHistoryEventProduced(type, entity);
  }
}
