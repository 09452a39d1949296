package org.itsmsuite.ledger;

import org.itsmsuite.identity.Actor;

/** Finds entries over all records. */
public interface LedgerSearch {

  /**
   * @param reader finds nothing of records they may not know of, and no mention of them
   */
  LedgerPage find(Actor reader, LedgerQuery query);
}
