package org.itsmsuite.replay.process;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.engine.release.InMemoryReleaseStore;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.servicelevel.process.TargetCheck;
import org.springframework.transaction.support.TransactionOperations;

/** Releases a desk's models with the checks that they pass in production. */
final class DeskRelease {

  private DeskRelease() {}

  static void of(
      ContentSource content, ProcessEngine engine, Ledger ledger, CurrentUser user, Clock time) {
    new ModelRelease(
            engine.getRepositoryService(),
            new InMemoryReleaseStore(),
            () -> ledger,
            () -> user,
            time,
            "in memory",
            TransactionOperations.withoutTransaction(),
            () -> List.of(new TargetCheck()))
        .releaseAll(content);
  }
}
