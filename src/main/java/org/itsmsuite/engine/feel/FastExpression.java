package org.itsmsuite.engine.feel;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** A literal or a plain name as the full engine would evaluate it, or {@link #UNSURE}. */
@FunctionalInterface
interface FastExpression {

  /** The full engine has to be asked. */
  Object UNSURE = new Object();

  Object evaluate(VariableContext variables);

  /** Whole words that are not names, or that the grammar gives a meaning somewhere. */
  Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "between",
          "instance",
          "of",
          "function",
          "external",
          "item",
          "partial",
          "date",
          "time",
          "duration",
          "true",
          "false",
          "null",
          "day",
          "days",
          "month",
          "months",
          "year",
          "years",
          "weeks",
          "week",
          "get",
          "string",
          "number",
          "boolean",
          "list",
          "context");

  Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  Pattern COMPARISON =
      Pattern.compile("(" + NAME + ")[ \\t]*(!?=)[ \\t]*(\"[^\"\\\\\\p{Cntrl}]*\")");

  static FastExpression of(String text) {
    String trimmed = Literals.trim(text);
    if (trimmed.equals("null")) {
      return variables -> null;
    }
    Object literal = Literals.parse(trimmed);
    if (literal != null) {
      Object value = Literals.asResult(literal);
      return variables -> value;
    }
    if (NAME.matcher(trimmed).matches() && !RESERVED.contains(trimmed)) {
      return variables -> named(trimmed, variables);
    }
    Matcher comparison = COMPARISON.matcher(trimmed);
    if (comparison.matches() && !RESERVED.contains(comparison.group(1))) {
      return comparison(
          comparison.group(1),
          comparison.group(2).equals("="),
          Literals.parse(comparison.group(3)));
    }
    return variables -> UNSURE;
  }

  /** As conditions of forms have it: a name that is or is not a text. */
  private static FastExpression comparison(String name, boolean isEqual, Object text) {
    return variables -> {
      Object value = named(name, variables);
      return value == null || value instanceof String
          ? Boolean.valueOf(text.equals(value) == isEqual)
          : UNSURE;
    };
  }

  private static Object named(String name, VariableContext variables) {
    if (!variables.containsVariable(name)) {
      return UNSURE;
    }
    Object value = variables.resolve(name).getValue();
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    // FEEL has one kind of number; a whole one comes back as a Long.
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return ((Number) value).longValue();
    }
    return UNSURE;
  }
}
