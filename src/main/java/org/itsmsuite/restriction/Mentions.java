package org.itsmsuite.restriction;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers of records that stand in what is told of another record: links in facts, numbers in
 * texts. A record somebody may not know of is not mentioned to them either.
 */
public final class Mentions {

  private static final Pattern NUMBER =
      Pattern.compile("\\b[A-Z]{2,5}-[0-9]{1,12}\\b", Pattern.CASE_INSENSITIVE);
  private static final String LEFT_OUT = "[…]";

  private Mentions() {}

  /** Everything in a text, or in a map or list of whatever depth, that looks like a number. */
  public static Set<String> in(Object value) {
    var found = new TreeSet<String>();
    collect(value, found);
    return found;
  }

  private static void collect(Object value, Set<String> found) {
    if (value instanceof String text) {
      NUMBER.matcher(text).results().map(Mentions::number).forEach(found::add);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> collect(one, found));
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> collect(one, found));
    }
  }

  /** People write them in small letters as well. */
  private static String number(MatchResult found) {
    return found.group().toUpperCase(Locale.ROOT);
  }

  /** The text with each hidden number replaced. Null stays null. */
  public static String textWithout(String text, Set<String> hidden) {
    return text == null || hidden.isEmpty()
        ? text
        : NUMBER
            .matcher(text)
            .replaceAll(found -> hidden.contains(number(found)) ? LEFT_OUT : found.group());
  }

  /** The fields without those whose value is a hidden number; other texts without the number. */
  public static Map<String, Object> fieldsWithout(Map<String, Object> fields, Set<String> hidden) {
    if (hidden.isEmpty()) {
      return fields;
    }
    var shown = new LinkedHashMap<String, Object>();
    fields.forEach(
        (field, value) -> {
          if (value == null || !hidden.contains(value)) {
            shown.put(field, without(value, hidden));
          }
        });
    return shown;
  }

  @SuppressWarnings("unchecked")
  private static Object without(Object value, Set<String> hidden) {
    if (value instanceof String text) {
      return textWithout(text, hidden);
    }
    if (value instanceof Map<?, ?> map) {
      return fieldsWithout((Map<String, Object>) map, hidden);
    }
    if (value instanceof List<?> all) {
      return all.stream()
          .filter(one -> one == null || !hidden.contains(one))
          .map(one -> without(one, hidden))
          .filter(Objects::nonNull)
          .toList();
    }
    return value;
  }
}
