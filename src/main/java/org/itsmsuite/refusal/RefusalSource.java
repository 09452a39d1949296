package org.itsmsuite.refusal;

import java.util.Optional;

/**
 * Knows which failures of a part are really a no to the caller, and says it in the suite's words.
 * The web edge asks every bean of this type before it answers that something broke.
 */
@FunctionalInterface
public interface RefusalSource {

  /** The refusal that a failure stands for, or nothing when it is not known here. */
  Optional<Refusal> refusalFor(Throwable failure);
}
