package org.itsmsuite.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.identity.CurrentUser;

/**
 * A ledger without a database and without a chain: for process tests and for the replay, where a
 * fact must cost next to nothing. It joins no transaction: what is written stays.
 */
public class InMemoryLedger implements Ledger {

  private record Written(Fact fact, Instant at, String actor) {}

  private final CurrentUser user;
  private final Clock clock;
  private final List<Written> written = new ArrayList<>();

  public InMemoryLedger(CurrentUser user, Clock clock) {
    this.user = user;
    this.clock = clock;
  }

  @Override
  public synchronized void write(Fact fact) {
    written.add(new Written(fact, clock.instant(), user.actor().id()));
  }

  /** As from any ledger, but with empty hashes. */
  @Override
  public synchronized List<LedgerEntry> of(String record) {
    var entries = new ArrayList<LedgerEntry>();
    for (var one : written) {
      if (one.fact.record().equals(record)) {
        entries.add(entry(one, entries.size() + 1));
      }
    }
    return entries;
  }

  /** All facts of all records, oldest first. */
  public synchronized List<Fact> facts() {
    return written.stream().map(Written::fact).toList();
  }

  public synchronized void clear() {
    written.clear();
  }

  private static LedgerEntry entry(Written one, int position) {
    var fact = one.fact;
    return new LedgerEntry(
        fact.record(),
        position,
        one.at,
        one.actor,
        "development",
        fact.process(),
        fact.what(),
        open(fact.before()),
        open(fact.after()),
        "",
        "");
  }

  private static Map<String, Object> open(Map<String, Object> values) {
    var open = new LinkedHashMap<String, Object>();
    values.forEach((field, value) -> open.put(field, openValue(value)));
    return open;
  }

  private static Object openValue(Object value) {
    if (value instanceof Personal personal) {
      return openValue(personal.value());
    }
    if (value instanceof Map<?, ?> map) {
      var open = new LinkedHashMap<String, Object>();
      map.forEach((key, inner) -> open.put(String.valueOf(key), openValue(inner)));
      return open;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(InMemoryLedger::openValue).toList();
    }
    return value;
  }
}
