package org.itsmsuite.engine;

import java.util.Optional;
import org.itsmsuite.refusal.Refusal;

/** Finds the refusal inside of what the engine threw. */
public final class EngineRefusals {

  private static final int DEEPEST = 20;

  private EngineRefusals() {}

  /**
   * The refusal that caused a failure: the engine wraps what delegates, listeners and expressions
   * throw. Empty where something broke instead.
   */
  public static Optional<Refusal> in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
