package org.itsmsuite.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads entries joined with their values: the rows of one entry follow each other. Holds one entry
 * at a time, and says how many there were.
 */
final class EntryRows {

  /** Of {@code ledger_entry e} with {@link #VALUES}. */
  static final String COLUMNS =
      """
      e.record, e.position, e.happened_at, e.suite_actor, e.build, e.process, e.what,
      e.previous_hash, e.hash, e.canonical, v.path, v.salt, v.content, v.account,
      p.content as shown
      """;

  static final String VALUES =
      " left join itsm.ledger_value v on v.record = e.record and v.position = e.position"
          + " left join itsm.ledger_pseudonym p on p.record = v.record and p.position = v.position"
          + " and p.path = v.path ";

  private EntryRows() {}

  static ResultSetExtractor<Integer> each(Consumer<StoredEntry> reader) {
    return each((row, n) -> "", (entry, nothing) -> reader.accept(entry));
  }

  /**
   * @param more reads what else stands in an entry's rows
   */
  static <T> ResultSetExtractor<Integer> each(
      RowMapper<T> more, BiConsumer<StoredEntry, T> reader) {
    return rows -> {
      int read = 0;
      StoredEntry entry = null;
      T beside = null;
      while (rows.next()) {
        if (entry == null || !isRowOf(entry, rows)) {
          if (entry != null) {
            reader.accept(entry, beside);
          }
          entry = entry(rows);
          read++;
          beside = more.mapRow(rows, 0);
        }
        addValue(entry, rows);
      }
      if (entry != null) {
        reader.accept(entry, beside);
      }
      return read;
    };
  }

  private static boolean isRowOf(StoredEntry entry, ResultSet row) throws SQLException {
    return entry.position() == row.getInt("position")
        && entry.record().equals(row.getString("record"));
  }

  private static StoredEntry entry(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getString("record"),
        row.getInt("position"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("suite_actor"),
        row.getString("build"),
        row.getString("process"),
        row.getString("what"),
        row.getString("previous_hash"),
        row.getString("hash"),
        row.getString("canonical"),
        new LinkedHashMap<>());
  }

  private static void addValue(StoredEntry entry, ResultSet row) throws SQLException {
    var path = row.getString("path");
    if (path != null) {
      var value =
          new ErasableValue(
              path,
              row.getString("salt"),
              row.getString("content"),
              row.getString("account"),
              row.getString("shown"));
      entry.values().put(path, value);
    }
  }
}
