package org.itsmsuite.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.itsmsuite.content.ContentException;

/**
 * A log file, read twice: first to know how many rows each incident has, then to hand out each
 * incident as soon as its last row is read. Memory holds the incidents that are not complete yet.
 */
final class RecordedLog {

  private final Path file;
  private final Mapping mapping;
  private final Map<String, int[]> rows = new HashMap<>();
  private long mapped;

  /**
   * Reads the whole file once.
   *
   * @param unmapped hears of every line that cannot be played
   * @throws ContentException {@code replay.*} if nothing of it can be read
   */
  RecordedLog(Path file, Mapping mapping, Consumer<Unmapped> unmapped) {
    this.file = file;
    this.mapping = mapping;
    read(
        row -> {
          rows.computeIfAbsent(row.number(), number -> new int[1])[0]++;
          mapped++;
        },
        unmapped);
  }

  /** How many incidents it holds. */
  int incidents() {
    return rows.size();
  }

  /** How many rows can be played. */
  long mapped() {
    return mapped;
  }

  /** Hands out the rows of every incident, in the file's order; at its last row. Once only. */
  void forEach(Consumer<List<Row>> incident) {
    Map<String, List<Row>> begun = new HashMap<>();
    read(
        row -> {
          List<Row> own = begun.computeIfAbsent(row.number(), number -> new ArrayList<>());
          own.add(row);
          if (own.size() == rows.get(row.number())[0]) {
            begun.remove(row.number());
            rows.remove(row.number());
            incident.accept(own);
          }
        },
        known -> {});
  }

  private void read(Consumer<Row> row, Consumer<Unmapped> unmapped) {
    try (var entries = new LogEntries(new LogLines(file))) {
      var reader = new RowReader(mapping, file.toString(), entries.next());
      for (LogEntries.Entry entry = entries.next(); entry != null; entry = entries.next()) {
        try {
          row.accept(reader.row(entry));
        } catch (RowReader.UnmappedException fault) {
          unmapped.accept(new Unmapped(entry.line(), fault.getMessage()));
        }
      }
    }
  }
}
