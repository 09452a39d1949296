package org.itsmsuite.ledger.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmsuite.ledger.LedgerVerification.Misfit;

/** Recomputes one chain, entry by entry, oldest first. Needs no database. */
final class ChainCheck {

  private final String record;
  private int position;
  private String hash;

  ChainCheck(String record) {
    this.record = record;
  }

  /** What does not fit about the entry that follows, if anything. */
  Optional<Misfit> next(StoredEntry entry) {
    var expected = position + 1;
    if (entry.position() != expected) {
      return misfit(
          expected,
          "ledger.position-missing",
          "Position "
              + expected
              + " is missing; the next entry found is "
              + entry.position()
              + ".");
    }
    position = expected;
    if (!Sha256.of(entry.canonical()).equals(entry.hash())) {
      return misfit("ledger.entry-altered", "The entry's text does not have the entry's hash.");
    }
    if (!Objects.equals(entry.previousHash(), hash)) {
      return misfit(
          "ledger.chain-broken", "The entry does not follow the hash of the entry before it.");
    }
    hash = entry.hash();
    return contents(entry);
  }

  /** What does not fit about the end of the chain, which remembers the last entry written. */
  Optional<Misfit> end(int lastPosition, String lastHash) {
    if (position < lastPosition) {
      return misfit(
          position + 1,
          "ledger.tail-missing",
          "The chain was written up to position "
              + lastPosition
              + ", but ends at "
              + position
              + ".");
    }
    if (position > lastPosition || !Objects.equals(hash, lastHash)) {
      return misfit(
          "ledger.head-altered", "The remembered end of the chain is not its last entry.");
    }
    return Optional.empty();
  }

  private Optional<Misfit> contents(StoredEntry entry) {
    Object json;
    try {
      json = CanonicalJson.parse(entry.canonical());
    } catch (IllegalArgumentException noJson) {
      return misfit("ledger.entry-altered", "The entry's text is no JSON.");
    }
    if (!(json instanceof Map<?, ?> told) || !columns(entry).equals(shared(told))) {
      return misfit("ledger.entry-altered", "The entry's columns do not say the same as its text.");
    }
    return values(entry, Commitments.in(json));
  }

  private Optional<Misfit> values(StoredEntry entry, Map<String, String> commitments) {
    if (!commitments.keySet().equals(entry.values().keySet())) {
      return misfit(
          "ledger.value-missing",
          "The values beside the entry are not those that its text commits to.");
    }
    for (var value : entry.values().values()) {
      if (!value.isErased() && !fits(value, commitments.get(value.path()))) {
        return misfit(
            "ledger.value-altered",
            "The value at " + value.path() + " is not the one that was committed to.");
      }
    }
    return Optional.empty();
  }

  private static boolean fits(ErasableValue value, String commitment) {
    if (value.salt() == null || value.content() == null) {
      return false;
    }
    var isActor = value.path().equals(SealedFact.ACTOR);
    var account = isActor ? CanonicalJson.of(value.account()) : null;
    return value.salt().matches("[0-9a-f]{" + 2 * Commitments.SALT_BYTES + "}")
        && Sha256.of(value.salt(), value.content()).equals(commitment)
        && (isActor ? account.equals(value.content()) : value.account() == null);
  }

  private static Map<String, Object> columns(StoredEntry entry) {
    var columns = new HashMap<String, Object>();
    columns.put("record", entry.record());
    columns.put("position", entry.position());
    columns.put("at", entry.at().toString());
    columns.put("actor", entry.suiteActor());
    columns.put("build", entry.build());
    columns.put("process", entry.process());
    columns.put("what", entry.what());
    columns.put("previousHash", entry.previousHash());
    return columns;
  }

  private static Map<String, Object> shared(Map<?, ?> told) {
    var shared = new HashMap<String, Object>();
    for (var name :
        new String[] {"record", "position", "at", "build", "process", "what", "previousHash"}) {
      shared.put(name, told.get(name));
    }
    shared.put("actor", told.get("actor") instanceof String name ? name : null);
    return shared;
  }

  private Optional<Misfit> misfit(String key, String detail) {
    return misfit(position, key, detail);
  }

  private Optional<Misfit> misfit(int at, String key, String detail) {
    return Optional.of(new Misfit(record, at, key, detail));
  }
}
