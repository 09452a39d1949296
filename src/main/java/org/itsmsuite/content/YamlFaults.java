package org.itsmsuite.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in a process owner's words what a parser found; no class name of ours ever shows. */
final class YamlFaults {

  /** How the parser begins when a second document follows the first. */
  private static final String TRAILING = "Trailing token";

  private static final String HINT = "look at indentation, colons and quotes near this line";

  private YamlFaults() {}

  static ContentException explain(String file, IOException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return new ContentException(
          "content.unknown-field",
          file,
          // No line: the parser notices at the end of the fields around it.
          path(unknown),
          "there is no field "
              + Quoted.text(unknown.getPropertyName())
              + " here; known are "
              + new TreeSet<Object>(unknown.getKnownPropertyIds()));
    }
    if (fault instanceof MismatchedInputException mismatch && says(mismatch, "No content")) {
      return new ContentException("content.empty-file", file, "whole file", "the file is empty");
    }
    if (fault instanceof MismatchedInputException mismatch && !says(mismatch, TRAILING)) {
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
    return notReadable(file, fault);
  }

  private static ContentException notReadable(String file, IOException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
        Mark mark = marked.getProblemMark();
        return notReadable(
            file,
            "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1),
            marked.getProblem() + "; " + HINT);
      }
    }
    String said =
        fault instanceof JsonProcessingException parsing ? parsing.getOriginalMessage() : "";
    String problem =
        said.startsWith(TRAILING)
            ? "there is more than one document in the file"
            : said.startsWith("Duplicate field")
                ? said.replaceFirst("Duplicate field", "one field given twice:")
                : HINT;
    return notReadable(
        file,
        fault instanceof JsonProcessingException parsing
            ? line(parsing.getLocation())
            : "whole file",
        problem);
  }

  private static ContentException notReadable(String file, String place, String problem) {
    return new ContentException(
        "content.not-readable", file, place, "this cannot be read as YAML: " + problem);
  }

  private static boolean says(MismatchedInputException mismatch, String beginning) {
    return mismatch.getOriginalMessage().startsWith(beginning);
  }

  private static String place(JsonMappingException fault) {
    String path = path(fault);
    // The exception's own location is behind the token, often on the next line.
    String line =
        line(
            fault.getProcessor() instanceof JsonParser parser
                ? parser.currentTokenLocation()
                : fault.getLocation());
    return path.isEmpty() ? line : path + " (" + line + ")";
  }

  private static String path(JsonMappingException fault) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
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
