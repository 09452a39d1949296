package org.itsmsuite.bench;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What was sent to a database. A trip is one exchange: a statement, a batch of them, the end of a
 * transaction that has done something, a savepoint.
 */
final class Trips implements Serializable {

  private static final long serialVersionUID = 1;

  /** Rows that statements have written, by table. */
  record Rows(int inserted, int updated, int deleted) implements Serializable {

    static final Rows NONE = new Rows(0, 0, 0);

    Rows plus(Rows other) {
      return new Rows(inserted + other.inserted, updated + other.updated, deleted + other.deleted);
    }
  }

  private static final Pattern WRITE =
      Pattern.compile(
          "\\s*(insert\\s+into|update|delete\\s+from)\\s+(?:only\\s+)?\"?([a-z0-9_.]+)\"?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final TreeMap<String, Rows> rows = new TreeMap<>();
  private int statements;
  private int batches;
  private int commits;
  private int savepoints;

  void statement() {
    statements++;
  }

  void batch() {
    batches++;
  }

  void commit() {
    commits++;
  }

  void savepoint() {
    savepoints++;
  }

  /** Notes how many rows a statement has written; one that reads has written none. */
  void wrote(String sql, long count) {
    var write = WRITE.matcher(sql);
    if (count <= 0 || !write.matches()) {
      return;
    }
    int n = Math.toIntExact(count);
    Rows changed =
        switch (Character.toLowerCase(write.group(1).charAt(0))) {
          case 'i' -> new Rows(n, 0, 0);
          case 'u' -> new Rows(0, n, 0);
          default -> new Rows(0, 0, n);
        };
    rows.merge(write.group(2).toLowerCase(java.util.Locale.ROOT), changed, Rows::plus);
  }

  void add(Trips other) {
    statements += other.statements;
    batches += other.batches;
    commits += other.commits;
    savepoints += other.savepoints;
    other.rows.forEach((table, changed) -> rows.merge(table, changed, Rows::plus));
  }

  int statements() {
    return statements;
  }

  int batches() {
    return batches;
  }

  int commits() {
    return commits;
  }

  int savepoints() {
    return savepoints;
  }

  int all() {
    return statements + batches + commits + savepoints;
  }

  Map<String, Rows> rows() {
    return rows;
  }

  Rows written() {
    return rows.values().stream().reduce(Rows.NONE, Rows::plus);
  }
}
