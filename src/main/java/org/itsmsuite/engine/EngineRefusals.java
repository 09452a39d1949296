package org.itsmsuite.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.itsmsuite.refusal.Refusal;
import org.springframework.dao.ConcurrencyFailureException;

/** Finds the refusal inside of what the engine threw. */
public final class EngineRefusals {

  private static final int DEEPEST = 20;

  /**
   * What the database says of a lock that another has for too long: H2 and PostgreSQL. Of two that
   * wait for each other the engine tells itself.
   */
  private static final List<String> LOCKED = List.of("HYT00", "55P03");

  private EngineRefusals() {}

  /**
   * The refusal that caused a failure: the engine wraps what delegates, listeners and expressions
   * throw. Who loses a race, for a row or for a lock, is refused as well: {@code
   * record.changed-meanwhile}, nothing was done then. Empty where something broke instead.
   */
  public static Optional<Refusal> in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
      if (cause instanceof OptimisticLockingException
          || cause instanceof ConcurrencyFailureException
          || cause instanceof SQLException sql && LOCKED.contains(sql.getSQLState())) {
        return Optional.of(changedMeanwhile());
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static Refusal changedMeanwhile() {
    return Refusal.conflict(
        "record.changed-meanwhile",
        "Somebody else changed this at the same moment; nothing was done. Look at it again, then"
            + " repeat your step.");
  }
}
