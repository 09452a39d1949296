package org.itsmsuite.engine;

import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.itsmsuite.refusal.Refusal;
import org.springframework.dao.ConcurrencyFailureException;

/** Finds the refusal inside of what the engine threw. */
public final class EngineRefusals {

  private static final int DEEPEST = 20;

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
          || cause instanceof ConcurrencyFailureException) {
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
