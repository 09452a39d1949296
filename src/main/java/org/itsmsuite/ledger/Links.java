package org.itsmsuite.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Facts that tell of nothing but how a record is connected with others: each field holds numbers of
 * records, but for the reason. Whoever may know of none of these others is not told the fact.
 */
public final class Links {

  private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,5}-[0-9]{1,12}");
  private static final String REASON = "reason";

  private Links() {}

  /** The records at the other ends; empty if the fact tells of something else as well. */
  public static Set<String> ends(Map<String, Object> before, Map<String, Object> after) {
    var ends = new TreeSet<String>();
    return onlyNumbers(before, ends) && onlyNumbers(after, ends) ? ends : Set.of();
  }

  private static boolean onlyNumbers(Map<String, Object> fields, Set<String> ends) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals(REASON))
        .allMatch(field -> isNumber(field.getValue(), ends));
  }

  private static boolean isNumber(Object value, Set<String> ends) {
    if (value instanceof String text && NUMBER.matcher(text).matches()) {
      ends.add(text);
      return true;
    }
    return value == null
        || value instanceof Collection<?> all && all.stream().allMatch(one -> isNumber(one, ends));
  }
}
