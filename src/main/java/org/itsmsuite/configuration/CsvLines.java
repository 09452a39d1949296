package org.itsmsuite.configuration;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table in CSV, line by line: UTF-8, a heading, commas or semicolons. Values that a spreadsheet
 * would take for formulas stand behind an apostrophe, see {@link #shielded}.
 */
final class CsvLines implements Closeable {

  /** A table that cannot be read any further. */
  static final class Broken extends Exception {

    private final long line;
    private final String key;

    Broken(long line, String key, String detail) {
      super(detail);
      this.line = line;
      this.key = key;
    }

    long line() {
      return line;
    }

    String key() {
      return key;
    }
  }

  /**
   * @param number where it begins, from 1
   * @param values by column; null if there are more or fewer than in the heading
   */
  record Line(long number, Map<String, String> values) {}

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private long next = 1;

  /**
   * @throws Broken {@code configuration.csv-*}
   */
  CsvLines(InputStream table) throws Broken, IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(table, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    skipMark(reader);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(reader))
            .setIgnoreEmptyLines(false)
            .get();
    this.parser = CSVParser.builder().setReader(reader).setFormat(format).get();
    this.records = parser.iterator();
    CSVRecord heading = read();
    if (heading == null) {
      throw new Broken(1, "configuration.csv-empty", "There is no heading.");
    }
    this.columns = heading.stream().map(String::strip).toList();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.subList(0, i).contains(columns.get(i))) {
        throw new Broken(
            1, "configuration.csv-column-twice", "A column stands twice: " + columns.get(i));
      }
    }
  }

  private static void skipMark(BufferedReader reader) throws Broken, IOException {
    try {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
    } catch (CharacterCodingException e) {
      throw notUtf8(1);
    }
  }

  /** What parts the heading; its first line need not be read whole. */
  private static char delimiter(BufferedReader reader) throws Broken, IOException {
    try {
      var start = new char[8192];
      reader.mark(start.length);
      int length = reader.read(start);
      reader.reset();
      String heading =
          length < 1 ? "" : new String(start, 0, length).lines().findFirst().orElse("");
      return heading.indexOf(',') < 0 && heading.indexOf(';') >= 0 ? ';' : ',';
    } catch (CharacterCodingException e) {
      throw notUtf8(1);
    }
  }

  List<String> columns() {
    return columns;
  }

  /** The next line that is not empty, or null. */
  Line next() throws Broken, IOException {
    while (true) {
      long number = next;
      CSVRecord line = read();
      if (line == null) {
        return null;
      }
      if (line.size() == 1 && line.get(0).isBlank() && columns.size() > 1) {
        continue;
      }
      return new Line(number, line.size() == columns.size() ? values(line) : null);
    }
  }

  private Map<String, String> values(CSVRecord line) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), unshielded(line.get(i)));
    }
    return values;
  }

  private CSVRecord read() throws Broken, IOException {
    long line = next;
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord read = records.next();
      next = parser.getCurrentLineNumber() + 1;
      return read;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notUtf8(line);
      }
      if (e.getCause() instanceof CSVException) {
        throw new Broken(
            line,
            "configuration.csv-broken",
            "A quotation mark is not closed, or stands in the middle of a value.");
      }
      throw e.getCause();
    }
  }

  private static Broken notUtf8(long line) {
    return new Broken(
        line,
        "configuration.csv-not-utf8",
        "In this line or soon after it the file is not UTF-8 text.");
  }

  /** What a spreadsheet would take for a formula is given an apostrophe that it hides. */
  static String shielded(String value) {
    return value != null && value.matches("(?s)'*[=+\\-@\\t\\r].*") ? "'" + value : value;
  }

  private static String unshielded(String value) {
    return value.matches("(?s)'+[=+\\-@\\t\\r].*") ? value.substring(1) : value;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
