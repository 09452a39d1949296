package org.itsmsuite.engine.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The plainest literals of FEEL: anything with an escape, an exponent or a strange blank is not.
 */
final class Literals {

  /** At most 15 digits, so that every number is exact as a double too. */
  static final String NUMBER = "-?(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,6})?";

  private static final Pattern NUMBERS = Pattern.compile(NUMBER);
  private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\\\p{Cntrl}]*\"");

  private Literals() {}

  /** Without blanks, tabs and line ends at both sides. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** A String, Boolean or BigDecimal; null if the text is no plain literal. */
  static Object parse(String trimmed) {
    if (trimmed.equals("true") || trimmed.equals("false")) {
      return Boolean.valueOf(trimmed);
    }
    if (NUMBERS.matcher(trimmed).matches()) {
      return new BigDecimal(trimmed);
    }
    if (TEXT.matcher(trimmed).matches()) {
      return trimmed.substring(1, trimmed.length() - 1);
    }
    return null;
  }

  /** All literals of a list separated by commas; null if anything else is among them. */
  static List<Object> parseList(String trimmed) {
    var literals = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= trimmed.length(); i++) {
      if (i == trimmed.length() || (!quoted && trimmed.charAt(i) == ',')) {
        Object literal = parse(trim(trimmed.substring(start, i)));
        if (literal == null) {
          return null;
        }
        literals.add(literal);
        start = i + 1;
      } else if (trimmed.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return literals;
  }

  /** As the full engine returns it: whole numbers as Long, others as Double. */
  static Object asResult(Object literal) {
    if (literal instanceof BigDecimal number) {
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      return whole ? (Object) number.longValue() : (Object) number.doubleValue();
    }
    return literal;
  }

  /** The number an input stands for, or null if it is none that is sure to compare exactly. */
  static BigDecimal number(Object input) {
    if (input instanceof Integer || input instanceof Long || input instanceof Short) {
      return BigDecimal.valueOf(((Number) input).longValue());
    }
    if (input instanceof Double d && Double.isFinite(d)) {
      return BigDecimal.valueOf(d);
    }
    return null;
  }
}
