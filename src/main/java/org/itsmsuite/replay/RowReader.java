package org.itsmsuite.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.replay.Mapping.Column;

/** Turns entries of a log into rows in our terms. */
final class RowReader {

  /** Logs are younger, and due dates stay within what calendars compute. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Names that come again and again are kept once; more than this many are not names. */
  private static final int NAMES = 10_000;

  /** What is wrong with a row. */
  static final class UnmappedException extends Exception {
    UnmappedException(String reason) {
      super(reason, null, false, false);
    }
  }

  private final Mapping mapping;
  private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
  private final Map<String, String> names = new HashMap<>();

  /**
   * @param file as errors call it
   * @param header the log's first entry, or null
   * @throws ContentException {@code replay.empty-log}, {@code replay.missing-columns}
   */
  RowReader(Mapping mapping, String file, LogEntries.Entry header) {
    this.mapping = mapping;
    if (header == null) {
      throw new ContentException(
          "replay.empty-log",
          file,
          "whole file",
          "the log is empty; its first line names the columns");
    }
    if (header.fault() != null) {
      throw new ContentException(
          "replay.broken-header", file, "line " + header.line(), header.fault());
    }
    List<String> missing = new ArrayList<>();
    mapping
        .columns()
        .forEach(
            (column, name) -> {
              int position = header.values().indexOf(name);
              if (position < 0 && !column.isOptional()) {
                missing.add(name);
              }
              positions.put(column, position);
            });
    if (!missing.isEmpty()) {
      throw new ContentException(
          "replay.missing-columns",
          file,
          "line " + header.line(),
          "the columns "
              + missing
              + " are missing; columns are separated by commas, their names stand in "
              + MappingFile.NAME);
    }
  }

  Row row(LogEntries.Entry entry) throws UnmappedException {
    if (entry.fault() != null) {
      throw new UnmappedException(entry.fault());
    }
    String number = value(entry, Column.NUMBER);
    String state = value(entry, Column.STATE);
    if (number == null || state == null) {
      throw new UnmappedException("number and state are needed");
    }
    return new Row(
        entry.line(),
        number,
        known(state, mapping.states(), Column.STATE),
        time(entry, Column.AT),
        time(entry, Column.OPENED_AT),
        mapped(entry, Column.IMPACT, mapping.impacts()),
        mapped(entry, Column.URGENCY, mapping.urgencies()),
        mapped(entry, Column.PRIORITY, mapping.priorities()),
        name(entry, Column.GROUP),
        name(entry, Column.ASSIGNEE),
        name(entry, Column.REQUESTER),
        name(entry, Column.CATEGORY),
        name(entry, Column.PROBLEM),
        name(entry, Column.CHANGE),
        name(entry, Column.CAUSED_BY));
  }

  private String value(LogEntries.Entry entry, Column column) {
    int position = positions.get(column);
    if (position < 0) {
      return null;
    }
    String value = entry.values().get(position).strip();
    return value.isEmpty() || value.equals(mapping.unknown()) ? null : value;
  }

  private String name(LogEntries.Entry entry, Column column) {
    String value = value(entry, column);
    if (value == null || names.size() >= NAMES) {
      return value;
    }
    return names.computeIfAbsent(value, itself -> itself);
  }

  private <T> T mapped(LogEntries.Entry entry, Column column, Map<String, T> meanings)
      throws UnmappedException {
    String value = value(entry, column);
    return value == null ? null : known(value, meanings, column);
  }

  private <T> T known(String value, Map<String, T> meanings, Column column)
      throws UnmappedException {
    T meaning = meanings.get(value);
    if (meaning == null) {
      throw new UnmappedException(
          mapping.columns().get(column) + " \"" + shortened(value) + "\" is not in the mapping");
    }
    return meaning;
  }

  private Instant time(LogEntries.Entry entry, Column column) throws UnmappedException {
    String value = value(entry, column);
    String name = mapping.columns().get(column);
    if (value == null) {
      throw new UnmappedException(name + " is needed");
    }
    Instant time;
    try {
      time = LocalDateTime.parse(value, mapping.times()).atZone(mapping.zone()).toInstant();
    } catch (DateTimeException wrong) {
      throw new UnmappedException(
          name + " \"" + shortened(value) + "\" is no time of the expected form");
    }
    if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
      throw new UnmappedException(
          name + " \"" + value + "\" is too far away; 1970 to 2199 can be played");
    }
    return time;
  }

  private static String shortened(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
  }
}
