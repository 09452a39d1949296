package org.itsmsuite.notification;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmsuite.content.ContentException;

/** Subject and text with the places where values go; plain text, no code. */
final class Template {

  /** What a message can name; callers give these. */
  static final Set<String> VOCABULARY =
      Set.of(
          "number",
          "title",
          "service",
          "priority",
          "status",
          "group",
          "clock",
          "target",
          "dueAt",
          "from",
          "to",
          "what",
          "percent",
          "reason",
          "resolution",
          "person",
          "manager",
          "author",
          "text",
          "link");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9]+)\\s*}}");
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_VALUE = 2_000;
  private static final String ABSENT = "-";

  private final String subject;
  private final String body;

  /**
   * @param file its name, for messages
   * @throws ContentException if a placeholder or value is not known
   */
  Template(String file, String subject, String body, List<String> values) {
    this.subject = subject;
    this.body = body;
    for (int i = 0; i < values.size(); i++) {
      if (!VOCABULARY.contains(values.get(i))) {
        throw new ContentException(
            "notification.unknown-value",
            file,
            "values[" + i + "]",
            "'" + values.get(i) + "' is none of " + VOCABULARY.stream().sorted().toList() + ".");
      }
    }
    check(file, "subject", subject, new HashSet<>(values));
    check(file, "body", body, new HashSet<>(values));
  }

  private static void check(String file, String place, String text, Set<String> values) {
    if (text.isBlank()) {
      throw new ContentException(
          "notification.no-text", file, place, "A message needs a " + place + ".");
    }
    PLACEHOLDER
        .matcher(text)
        .results()
        .map(placeholder -> placeholder.group(1))
        .filter(name -> !values.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ContentException(
                  "notification.unknown-placeholder",
                  file,
                  place,
                  "{{" + name + "}} is not in the file's list of values.");
            });
    var rest = PLACEHOLDER.matcher(text).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      throw new ContentException(
          "notification.bad-placeholder",
          file,
          place,
          "A placeholder is written {{name}}; nothing else stands in double braces.");
    }
  }

  /** One line, whatever the values hold: a line end would begin another header. */
  String subject(Map<String, Object> values) {
    var line = fill(subject, values).replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return shortened(line, LONGEST_SUBJECT);
  }

  /** Names that stand in the text and would be shown as absent. */
  Set<String> missing(Map<String, Object> values) {
    return Stream.of(subject, body)
        .flatMap(text -> PLACEHOLDER.matcher(text).results())
        .map(found -> found.group(1))
        .filter(name -> shown(values.get(name)).equals(ABSENT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String body(Map<String, Object> values) {
    return fill(body, values);
  }

  /** Once from left to right, so that a value that looks like a placeholder stays as it is. */
  private static String fill(String text, Map<String, Object> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(shown(values.get(found.group(1)))));
  }

  private static String shown(Object value) {
    var text = value == null ? "" : value.toString();
    var clean = text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    return clean.isEmpty() ? ABSENT : shortened(clean, LONGEST_VALUE);
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
