package org.itsmsuite.engine.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.refusal.Refusal;

/** A refusal on its way out of the engine: the web applications know one kind of exception only. */
final class RefusedRights {

  private RefusedRights() {}

  /** The refusal itself where the suite's own code called. */
  static RuntimeException of(Refusal refused) {
    if (EngineCalls.isInternal()) {
      return refused;
    }
    var refusal = new AuthorizationException(refused.key() + ": " + refused.getMessage());
    refusal.initCause(refused);
    return refusal;
  }
}
