package org.itsmsuite.ledger;

/** Finds entries over all records. */
public interface LedgerSearch {

  LedgerPage find(LedgerQuery query);
}
