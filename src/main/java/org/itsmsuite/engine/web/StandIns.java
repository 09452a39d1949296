package org.itsmsuite.engine.web;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.Restrictions;

/** What stands in for ids and numbers that belong to hidden records: something of nothing. */
final class StandIns {

  static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2,5}-[0-9]{1,12}\\b");

  private final RecordsOfIds records;
  private final Restrictions restrictions;

  StandIns(RecordsOfIds records, Restrictions restrictions) {
    this.records = records;
    this.restrictions = restrictions;
  }

  /** Ids and numbers that a request names. */
  static final class Names {

    private final TreeSet<String> ids = new TreeSet<>();
    private final TreeSet<String> numbers = new TreeSet<>();

    void idsIn(String text) {
      ID.matcher(text).results().map(MatchResult::group).forEach(ids::add);
    }

    void numbersIn(String text) {
      NUMBER.matcher(text).results().map(MatchResult::group).forEach(numbers::add);
    }
  }

  /** Each hidden one with what stands in for it, which is as long. */
  Map<String, String> of(Actor actor, Names names) {
    var others = new HashMap<String, String>();
    if (!names.ids.isEmpty()) {
      records.hidden(actor, names.ids).forEach(id -> others.put(id, UUID.randomUUID().toString()));
    }
    if (!names.numbers.isEmpty()) {
      restrictions
          .hidden(actor, names.numbers)
          .forEach(number -> others.put(number, likeNone(number)));
    }
    return others;
  }

  /** No record's number ends in letters. */
  private static String likeNone(String number) {
    var none = new StringBuilder(number.substring(0, number.indexOf('-') + 1));
    while (none.length() < number.length()) {
      none.append((char) ('A' + ThreadLocalRandom.current().nextInt(26)));
    }
    return none.toString();
  }

  static String in(String text, Map<String, String> others) {
    var result = text;
    for (var other : others.entrySet()) {
      result = result == null ? null : result.replace(other.getKey(), other.getValue());
    }
    return result;
  }

  static String takenBack(String text, Map<String, String> others) {
    var result = text;
    for (var other : others.entrySet()) {
      result = result.replace(other.getValue(), other.getKey());
    }
    return result;
  }
}
