package org.itsmsuite.deputy.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsenceStore;
import org.itsmsuite.deputy.HandedOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks regularly for absences that begin or end. Each node does; the row of an absence is locked
 * while its tasks move, so they move once.
 */
@Component
public class AbsenceSweep {

  private static final Logger LOG = LoggerFactory.getLogger(AbsenceSweep.class);
  private static final int AT_ONCE = 100;

  private final AbsenceStore store;
  private final HandedOn tasks;
  private final Clock time;
  private final TransactionTemplate transaction;

  AbsenceSweep(
      AbsenceStore store, HandedOn tasks, Clock time, PlatformTransactionManager transactions) {
    this.store = store;
    this.tasks = tasks;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Passes tasks on and gives them back, as far as it is time for that. */
  @Scheduled(fixedDelayString = "${itsm.deputies.sweep:PT30S}")
  public void sweep() {
    Instant now = time.instant();
    List<UUID> due = store.due(now, AT_ONCE);
    for (UUID id : due) {
      try {
        transaction.executeWithoutResult(
            status -> store.lock(id).ifPresent(absence -> move(absence, now)));
      } catch (RuntimeException failed) {
        // Somebody worked on one of the tasks at this moment; the next sweep tries again.
        LOG.warn("The tasks of {} have not moved yet", id, failed);
      }
    }
  }

  private void move(Absence absence, Instant now) {
    if (absence.ended()) {
      return;
    }
    if (!absence.until().isAfter(now)) {
      store.end(absence.id(), absence.until());
      tasks.absenceEnds(absence);
    } else if (!absence.from().isAfter(now)) {
      tasks.absenceBegins(absence.id());
    }
  }
}
