package org.itsmsuite.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The entries of a log with commas and, where needed, quotation marks. A broken entry costs its own
 * lines and no other: a mark that is never closed does not swallow the rest of the file.
 */
final class LogEntries implements Closeable {

  /** How many lines one entry may have at most, through line ends within quotation marks. */
  private static final int LINES = 20;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /**
   * @param values null if the entry is broken
   * @param fault null if it is not
   */
  record Entry(long line, List<String> values, String fault) {}

  private record Line(long number, String text) {}

  private final LogLines lines;
  private final Deque<Line> returned = new ArrayDeque<>();
  private int width = -1;

  LogEntries(LogLines lines) {
    this.lines = lines;
  }

  /**
   * The next entry that is not empty, or null; from the second on all must be as wide as the first.
   */
  Entry next() {
    Line first = nextLine();
    while (first != null && first.text().isBlank()) {
      first = nextLine();
    }
    if (first == null) {
      return null;
    }
    Entry entry = entry(first);
    if (width < 0 && entry.values() != null) {
      width = entry.values().size();
    }
    return entry;
  }

  private Entry entry(Line first) {
    List<String> values = values(first.text());
    if (values == null) {
      return severalLines(first);
    }
    if (width >= 0 && values.size() != width) {
      return new Entry(
          first.number(),
          null,
          values.size() + " columns instead of " + width + " as in the first line");
    }
    return new Entry(first.number(), values, null);
  }

  private Entry severalLines(Line first) {
    var text = new StringBuilder(first.text());
    List<Line> taken = new ArrayList<>();
    boolean isOpen = first.text().chars().filter(c -> c == '"').count() % 2 == 1;
    while (isOpen && taken.size() < LINES - 1) {
      Line more = nextLine();
      if (more == null) {
        break;
      }
      taken.add(more);
      List<String> values = values(text.append('\n').append(more.text()).toString());
      if (values != null && (width < 0 || values.size() == width)) {
        return new Entry(first.number(), values, null);
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      returned.addFirst(taken.get(i));
    }
    return new Entry(
        first.number(), null, "a quotation mark is not closed, or stands in the middle of a value");
  }

  private Line nextLine() {
    if (!returned.isEmpty()) {
      return returned.removeFirst();
    }
    String text = lines.next();
    return text == null ? null : new Line(lines.number(), text);
  }

  /** Null if this is not exactly one whole entry. */
  private static List<String> values(String text) {
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).toList() : null;
    } catch (UncheckedIOException | IOException | IllegalStateException broken) {
      return null;
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
