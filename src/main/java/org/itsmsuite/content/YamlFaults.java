package org.itsmsuite.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in a process owner's words what a parser found; no class name of ours ever shows. */
final class YamlFaults {

  private YamlFaults() {}

  static ContentException explain(String file, IOException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return new ContentException(
          "content.unknown-field",
          file,
          place(unknown),
          "there is no field "
              + Quoted.text(unknown.getPropertyName())
              + " here; known are "
              + unknown.getKnownPropertyIds());
    }
    if (fault instanceof MismatchedInputException mismatch && !isTrailing(mismatch)) {
      return new ContentException(
          "content.wrong-type",
          file,
          place(mismatch),
          "another kind of value is needed here: " + wanted(mismatch.getTargetType()));
    }
    if (fault instanceof JsonMappingException mapping
        && mapping.getCause() instanceof IllegalArgumentException refused) {
      return new ContentException(
          "content.wrong-value", file, place(mapping), refused.getMessage());
    }
    return new ContentException(
        "content.not-readable",
        file,
        fault instanceof JsonProcessingException parsing ? line(parsing.getLocation()) : "whole file",
        "this cannot be read as YAML: " + problem(fault));
  }

  /** A second document after the first; there may be only one. */
  private static boolean isTrailing(MismatchedInputException mismatch) {
    return mismatch.getOriginalMessage().startsWith("Trailing token");
  }

  private static String problem(IOException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null) {
        return marked.getProblem() + "; look at indentation, colons and quotes near this line";
      }
    }
    if (fault instanceof MismatchedInputException) {
      return "there is more than one document in the file";
    }
    String said =
        fault instanceof JsonProcessingException parsing
            ? parsing.getOriginalMessage()
            : fault.getMessage();
    return said.startsWith("Duplicate field")
        ? said.replaceFirst("Duplicate field", "one field given twice:")
        : "look at indentation, colons and quotes near this line";
  }

  private static String place(JsonMappingException fault) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    String line = line(fault.getLocation());
    return path.isEmpty() ? line : path + " (" + line + ")";
  }

  private static String line(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? "whole file"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String wanted(Class<?> type) {
    if (type == null) {
      return "see the examples in the file that ships with the suite";
    }
    if (type.isEnum()) {
      return "one of " + List.of(type.getEnumConstants());
    }
    if (type == String.class) {
      return "a text (put quotes around a number or true/false)";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list (lines that begin with a hyphen)";
    }
    if (Map.class.isAssignableFrom(type) || !type.isRecord()) {
      return "fields with values";
    }
    return "the fields "
        + Arrays.stream(type.getRecordComponents()).map(field -> field.getName()).toList();
  }
}
