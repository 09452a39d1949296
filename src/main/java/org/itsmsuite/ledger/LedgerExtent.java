package org.itsmsuite.ledger;

import org.itsmsuite.identity.Actor;

/** How much of the ledger there is for a reader: what they may not know of is not counted. */
@FunctionalInterface
public interface LedgerExtent {

  /** Counts exactly what {@link LedgerSearch} shows. */
  Extent of(Actor reader);

  /**
   * @param records how many chains
   * @param entries on all of them
   * @param erasedValues personal values that were erased from them
   */
  record Extent(long records, long entries, long erasedValues) {}
}
