package org.itsmsuite.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Says what is wrong with a JSON body, by its field or its line, in words of JSON and not of Java.
 */
class JsonFaults {

  private static final int SHOWN = 60;

  private JsonFaults() {}

  static Problem missing() {
    return Problem.of(HttpStatus.BAD_REQUEST, "request.missing-body", "A JSON body is expected.");
  }

  static Problem of(JacksonException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return problem(
          "request.unknown-field",
          path(unknown),
          "There is no such field here. There are: " + names(unknown) + ".");
    }
    if (fault instanceof InvalidFormatException format) {
      return problem("request.wrong-value", path(format), wrongValue(format));
    }
    if (fault instanceof MismatchedInputException mismatch && !isTrailing(mismatch)) {
      return problem(
          "request.wrong-value",
          path(mismatch),
          "Expected: " + name(mismatch.getTargetType()) + ".");
    }
    if (fault instanceof JsonMappingException mapping
        && !isTrailing(mapping)
        && !(mapping.getCause() instanceof JsonParseException)) {
      return problem("request.wrong-value", path(mapping), "This value cannot be read.");
    }
    return Problem.of(
        HttpStatus.BAD_REQUEST,
        "request.malformed-json",
        "The body is not valid JSON" + at(fault) + ".");
  }

  private static Problem problem(String key, String path, String detail) {
    return path.isEmpty()
        ? Problem.of(HttpStatus.BAD_REQUEST, key, detail)
        : Problem.of(HttpStatus.BAD_REQUEST, key, path, detail);
  }

  // A whole value, and then more: Jackson has no type of its own for that.
  private static boolean isTrailing(JsonMappingException fault) {
    return fault.getPath().isEmpty()
        && String.valueOf(fault.getOriginalMessage()).startsWith("Trailing token");
  }

  private static String wrongValue(InvalidFormatException fault) {
    return notPossible(fault.getValue(), fault.getTargetType());
  }

  static String notPossible(Object value, Class<?> expected) {
    return shown(value) + " is not possible. Expected: " + name(expected) + ".";
  }

  private static String name(Class<?> type) {
    if (type == null) {
      return "another kind of value";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(one -> ((Enum<?>) one).name())
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "String" -> "text";
      case "Boolean", "boolean" -> "true or false";
      case "Integer", "int", "Long", "long" -> "a whole number";
      case "Double", "double", "BigDecimal" -> "a number";
      case "Instant" -> "an instant such as 2026-03-10T09:00:00Z";
      case "Duration" -> "a duration such as PT4H30M";
      case "LocalDate" -> "a date such as 2026-03-10";
      case "UUID" -> "a UUID";
      case "List", "Set", "Collection", "ArrayList" -> "a list";
      default -> "an object";
    };
  }

  /** A value as it may be repeated to its sender: short, without control characters. */
  private static String shown(Object value) {
    var text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "\"";
  }

  private static String path(JsonMappingException fault) {
    var path = new StringBuilder();
    for (var step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.length() > 200 ? path.substring(0, 200) : path.toString();
  }

  private static String names(UnrecognizedPropertyException fault) {
    var known = fault.getKnownPropertyIds();
    return known == null
        ? "none"
        : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String at(JacksonException fault) {
    var location = fault instanceof JsonProcessingException json ? json.getLocation() : null;
    return location == null
        ? ""
        : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
