package org.itsmsuite.ledger.store;

import java.time.Instant;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;

/** A fact that has no place in its chain yet. */
record LooseFact(Fact fact, Actor actor, Instant at, String build) {

  /**
   * @param previousHash of the entry before; null for the first
   */
  SealedFact sealed(int position, String previousHash) {
    return SealedFact.of(fact, actor, at, build, position, previousHash);
  }
}
