package org.itsmsuite.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to a record.
 *
 * <p>Values are JSON values: text, numbers, booleans, null, lists and maps of them; instants and
 * durations are written as their ISO-8601 text. Free text and personal data are wrapped by {@link
 * Personal}: they enter the hash as a salted commitment, so that they can be erased later without
 * breaking the chain.
 *
 * @param record number of the record, or a name such as {@code release:incident} for facts about no
 *     single record
 * @param what {@code <practice>.<pastEvent>}, such as {@code incident.prioritised}
 * @param process process definition key and version, such as {@code incident-triage:3}, or null
 */
public record Fact(
    String record,
    String what,
    String process,
    Map<String, Object> before,
    Map<String, Object> after) {

  public Fact {
    before = new LinkedHashMap<>(before);
    after = new LinkedHashMap<>(after);
  }

  public static Fact of(String record, String what) {
    return new Fact(record, what, null, Map.of(), Map.of());
  }

  public Fact in(String process) {
    return new Fact(record, what, process, before, after);
  }

  /** Adds a field that did not exist before. */
  public Fact with(String field, Object value) {
    var more = new Fact(record, what, process, before, after);
    more.after.put(field, value);
    return more;
  }

  /** Adds a field with its value before and after; equal values are left out. */
  public Fact changed(String field, Object was, Object is) {
    if (java.util.Objects.equals(was, is)) {
      return this;
    }
    var more = new Fact(record, what, process, before, after);
    more.before.put(field, was);
    more.after.put(field, is);
    return more;
  }
}
