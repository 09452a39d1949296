package org.itsmsuite.change;

import java.util.function.UnaryOperator;
import org.itsmsuite.ledger.Fact;

/** What a verb of a change makes: the record afterwards, and the fact that tells of it. */
record Step(Change change, Fact fact) {

  /** With more in the fact. */
  Step and(UnaryOperator<Fact> more) {
    return new Step(change, more.apply(fact));
  }
}
