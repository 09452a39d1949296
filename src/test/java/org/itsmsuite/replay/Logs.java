package org.itsmsuite.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.ConfiguredSupportGroups;

/** Logs that a test writes down, with the columns of the shipped mapping. */
final class Logs {

  static final Path RECORDED = Path.of("src/test/resources/log/incident_event_log.csv");
  static final ContentSource SHIPPED = new ClassPathContent();

  static final List<String> COLUMNS =
      List.of(
          "number",
          "incident_state",
          "sys_updated_at",
          "opened_at",
          "impact",
          "urgency",
          "priority",
          "assignment_group",
          "assigned_to",
          "caller_id",
          "category",
          "problem_id",
          "rfc");
  static final String HEADER = String.join(",", COLUMNS);

  private Logs() {}

  static Mapping mapping() {
    var groups = new ConfiguredSupportGroups(SHIPPED);
    return MappingFile.read(SHIPPED, new ConfiguredCatalogue(SHIPPED, groups), groups);
  }

  /** A row opened on Monday 29 February 2016 at 08:00, of medium impact and urgency. */
  static String row(String number, String state, String at, Map<String, String> more) {
    Map<String, String> usual =
        Map.of(
            "number", number,
            "incident_state", state,
            "sys_updated_at", at,
            "opened_at", "29-02-2016 08:00",
            "impact", "2 - Medium",
            "urgency", "2 - Medium",
            "priority", "3 - Moderate",
            "assignment_group", "Group 1",
            "assigned_to", "Resolver 1");
    return COLUMNS.stream()
        .map(column -> more.getOrDefault(column, usual.getOrDefault(column, "?")))
        .collect(Collectors.joining(","));
  }

  static String row(String number, String state, String at) {
    return row(number, state, at, Map.of());
  }

  /** With the header before the rows. */
  static Path log(Path folder, String... rows) {
    return file(folder, HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n");
  }

  static Path file(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("log.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
