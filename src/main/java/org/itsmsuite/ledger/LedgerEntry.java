package org.itsmsuite.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * A fact as it stands in the ledger, personal values put back in where they have not been erased.
 *
 * @param position place in the chain of its record, from 1
 * @param hash SHA-256 over the canonical JSON of the entry, which holds the hash of the entry
 *     before it; hexadecimal
 */
public record LedgerEntry(
    String record,
    int position,
    Instant at,
    String actor,
    String build,
    String process,
    String what,
    Map<String, Object> before,
    Map<String, Object> after,
    String previousHash,
    String hash) {

  /** The same at another place, without hashes: for readers from whom other entries are kept. */
  public LedgerEntry unchained(int place) {
    return new LedgerEntry(
        record, place, at, actor, build, process, what, before, after, null, null);
  }
}
