package org.itsmsuite.ledger;

/** Recomputes every chain and says whether what stands in the ledger is what was once written. */
public interface LedgerVerification {

  /** Reads all entries, record by record; stops at the first that does not fit. */
  Result verify();

  /**
   * @param intact whether everything fits
   * @param records how many chains were read
   * @param entries how many entries were read
   * @param erasedValues personal values that were erased as the ledger allows; no fault
   * @param misfit the first entry that does not fit, or null
   */
  record Result(boolean intact, long records, long entries, long erasedValues, Misfit misfit) {

    /** For a reader who may know of a part only: the verdict is about all, the numbers are not. */
    public Result within(LedgerExtent.Extent part) {
      return new Result(intact, part.records(), part.entries(), part.erasedValues(), misfit);
    }

    /** For a reader who may not know of the record that does not fit, but that one does not. */
    public Result withoutRecord() {
      return new Result(
          intact,
          records,
          entries,
          erasedValues,
          new Misfit(null, misfit.position(), misfit.key(), misfit.detail()));
    }
  }

  /**
   * An entry that does not fit.
   *
   * @param record number of its record; null if the reader may not know of it
   * @param position its place in the chain, or the place where one is missing
   * @param key stable, such as {@code ledger.entry-altered}
   * @param detail a sentence that says what does not agree
   */
  record Misfit(String record, int position, String key, String detail) {}
}
