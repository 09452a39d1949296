package org.itsmsuite.ledger.store;

import java.time.Instant;
import java.util.Map;
import org.itsmsuite.ledger.LedgerEntry;

/**
 * An entry as it was read from the database.
 *
 * @param values by path
 */
record StoredEntry(
    String record,
    int position,
    Instant at,
    String suiteActor,
    String build,
    String process,
    String what,
    String previousHash,
    String hash,
    String canonical,
    Map<String, ErasableValue> values) {

  /** With personal values put back in. */
  @SuppressWarnings("unchecked")
  LedgerEntry revealed() {
    var json = (Map<String, Object>) Commitments.reveal("", CanonicalJson.parse(canonical), values);
    return new LedgerEntry(
        record,
        position,
        at,
        String.valueOf(json.get("actor")),
        build,
        process,
        what,
        (Map<String, Object>) json.get("before"),
        (Map<String, Object>) json.get("after"),
        previousHash,
        hash);
  }
}
