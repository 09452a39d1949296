package org.itsmsuite.ledger;

import java.util.List;

/** The one way to write a fact. Facts are never changed; a correction is a new fact. */
public interface Ledger {

  /**
   * Appends a fact to its record's chain, in the caller's transaction: it commits with what it
   * tells of, or not at all. Time, actor and the suite's build are added here.
   */
  void write(Fact fact);

  /** All entries of a record, oldest first. */
  List<LedgerEntry> of(String record);
}
