package org.itsmsuite.bench;

import java.util.Map;
import java.util.TreeSet;

/** What a ticket sends to the database, as a text that people and tests read. */
final class Costs {

  private final Map<String, Trips> suite;
  private final Map<String, Trips> raw;

  /**
   * @param suite by step, in order
   * @param raw the same steps on the bare engine
   */
  Costs(Map<String, Trips> suite, Map<String, Trips> raw) {
    this.suite = suite;
    this.raw = raw;
  }

  Trips suite() {
    return sum(suite);
  }

  Trips raw() {
    return sum(raw);
  }

  private static Trips sum(Map<String, Trips> steps) {
    var all = new Trips();
    steps.values().forEach(all::add);
    return all;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    line(text, "step", "suite", "raw");
    suite.forEach((step, trips) -> line(text, step, trips(trips), trips(raw.get(step))));
    line(text, "all", trips(suite()), trips(raw()));
    text.append("(round trips = statements + batches + commits + savepoints)\n\n");
    line(text, "rows written to", "suite", "raw");
    var tables = new TreeSet<>(suite().rows().keySet());
    tables.addAll(raw().rows().keySet());
    for (String table : tables) {
      line(text, table, rows(suite().rows().get(table)), rows(raw().rows().get(table)));
    }
    line(text, "all", rows(suite().written()), rows(raw().written()));
    text.append("(inserted + updated + deleted)\n");
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String suite, String raw) {
    text.append("%-24s %-30s %s".formatted(what, suite, raw).stripTrailing()).append('\n');
  }

  private static String trips(Trips trips) {
    return "%d = %d + %d + %d + %d"
        .formatted(
            trips.all(), trips.statements(), trips.batches(), trips.commits(), trips.savepoints());
  }

  private static String rows(Trips.Rows rows) {
    return rows == null
        ? "-"
        : "%d + %d + %d".formatted(rows.inserted(), rows.updated(), rows.deleted());
  }
}
