package org.itsmsuite.engine.feel;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell of a decision table that needs no full engine as long as the input is of its type. */
@FunctionalInterface
interface FastTest {

  Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)[ \\t]*(" + Literals.NUMBER + ")");
  Pattern RANGE =
      Pattern.compile(
          "([\\[\\](])[ \\t]*("
              + Literals.NUMBER
              + ")[ \\t]*\\.\\.[ \\t]*("
              + Literals.NUMBER
              + ")[ \\t]*([\\])\\[])");
  Pattern NOT = Pattern.compile("not\\((.*)\\)");

  /** Whether the input passes; null if the full engine has to be asked. */
  Boolean test(Object input);

  static FastTest of(String text) {
    String trimmed = Literals.trim(text);
    if (trimmed.equals("-")) {
      return input -> true;
    }
    if (trimmed.equals("null")) {
      return missing(true);
    }
    Matcher comparison = COMPARISON.matcher(trimmed);
    if (comparison.matches()) {
      return numbers(compared(comparison.group(1), new BigDecimal(comparison.group(2))));
    }
    Matcher range = RANGE.matcher(trimmed);
    if (range.matches()) {
      var lower = compared(range.group(1).equals("[") ? ">=" : ">", new BigDecimal(range.group(2)));
      var upper = compared(range.group(4).equals("]") ? "<=" : "<", new BigDecimal(range.group(3)));
      return numbers(lower.and(upper));
    }
    Matcher not = NOT.matcher(trimmed);
    if (not.matches() && Literals.trim(not.group(1)).equals("null")) {
      return missing(false);
    }
    if (not.matches()) {
      return oneOf(Literals.parseList(Literals.trim(not.group(1))), false);
    }
    return oneOf(Literals.parseList(trimmed), true);
  }

  /** Only for inputs that are missing or text; for others the full engine is asked. */
  private static FastTest missing(boolean passes) {
    return input ->
        input == null
            ? Boolean.valueOf(passes)
            : input instanceof String ? Boolean.valueOf(!passes) : null;
  }

  private static Predicate<BigDecimal> compared(String operator, BigDecimal border) {
    return switch (operator) {
      case "<" -> number -> number.compareTo(border) < 0;
      case "<=" -> number -> number.compareTo(border) <= 0;
      case ">" -> number -> number.compareTo(border) > 0;
      default -> number -> number.compareTo(border) >= 0;
    };
  }

  private static FastTest numbers(Predicate<BigDecimal> passes) {
    return input -> {
      BigDecimal number = Literals.number(input);
      return number == null ? null : Boolean.valueOf(passes.test(number));
    };
  }

  private static FastTest oneOf(List<Object> literals, boolean found) {
    if (literals == null
        || !sameType(literals)
        || (booleans(literals) && (literals.size() > 1 || !found))) {
      return input -> null;
    }
    Class<?> type = literals.get(0).getClass();
    return input -> {
      if (input == null) {
        // The full engine lets a missing input pass some tests with booleans.
        return type == Boolean.class ? null : Boolean.valueOf(!found);
      }
      if (type == BigDecimal.class) {
        BigDecimal number = Literals.number(input);
        return number == null ? null : Boolean.valueOf(holds(literals, number) == found);
      }
      return type.isInstance(input) ? Boolean.valueOf(literals.contains(input) == found) : null;
    };
  }

  /**
   * In a list or inside of {@code not} the full engine takes a boolean for the result of a test,
   * not for a value to compare with.
   */
  private static boolean booleans(List<Object> literals) {
    return literals.get(0) instanceof Boolean;
  }

  private static boolean holds(List<Object> literals, BigDecimal number) {
    return literals.stream().anyMatch(literal -> number.compareTo((BigDecimal) literal) == 0);
  }

  private static boolean sameType(List<Object> literals) {
    return literals.stream().map(Object::getClass).distinct().count() == 1;
  }
}
