package org.itsmsuite.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.itsmsuite.change.vote.store.CabPageCost;
import org.itsmsuite.configuration.ImpactCost;

/** What was measured, as Markdown. */
final class BenchReport {

  private final StringBuilder text = new StringBuilder("# What a ticket costs\n\n");

  BenchReport(Costs costs) {
    text.append("One ticket from report to end; counted, the same on every machine:\n\n");
    head("suite", "bare engine", "ratio");
    count("round trips to the database", costs.suite().all(), costs.raw().all());
    count("of them commits", costs.suite().commits(), costs.raw().commits());
    count("rows inserted", costs.suite().written().inserted(), costs.raw().written().inserted());
    count("rows updated", costs.suite().written().updated(), costs.raw().written().updated());
    count("rows deleted", costs.suite().written().deleted(), costs.raw().written().deleted());
    text.append("\n```\n").append(costs).append("```\n");
  }

  void times(List<Round> rounds, boolean withPostgres) {
    text.append("\nMedian of ")
        .append(rounds.size())
        .append(" rounds (least to greatest), on ")
        .append(Runtime.getRuntime().availableProcessors())
        .append(" cores that PostgreSQL shares:\n\n");
    head("suite", "bare engine", "ratio");
    time("ms, as somebody waits for it", rounds, Round.Measured::wallMillis);
    time("ms of the working thread's CPU", rounds, Round.Measured::threadMillis);
    if (withPostgres) {
      time("ms of PostgreSQL's CPU", rounds, Round.Measured::postgresMillis);
      time("**ms of both**", rounds, Round.Measured::cpuMillis);
    }
    time("ms of the whole JVM's CPU", rounds, Round.Measured::jvmMillis);
    time("kB of PostgreSQL's log", rounds, Round.Measured::walKilobytes);
    int suite = rounds.stream().mapToInt(round -> round.suite().slice().tickets()).sum();
    int raw = rounds.stream().mapToInt(round -> round.raw().slice().tickets()).sum();
    line("tickets made", String.valueOf(suite), String.valueOf(raw), "");
  }

  void lateness(TimerLateness.Result idle, TimerLateness.Result loaded) {
    text.append("\nFrom a milestone's due instant to its record, ms:\n\n");
    head("median", "p99", "of");
    late("nothing else going on", idle);
    late("while tickets are made without a pause", loaded);
  }

  /**
   * @param database its product
   */
  void impact(String database, ImpactCost.Result result) {
    text.append("\nWhat suffers with an item, on ")
        .append(database)
        .append(", ")
        .append(result.items())
        .append(" items and ")
        .append(result.relations())
        .append(" relations, ms:\n\n");
    head("median", "p99", "most");
    asked("items by chance", result.any());
    asked("the items that the most lean on", result.oldest());
    asked("by chance, right after another node's change", result.afterChange());
    line(
        "the first time, all read",
        String.format(Locale.ROOT, "%.0f", result.firstMillis()),
        "",
        "");
  }

  void board(CabPageCost.Times times) {
    text.append("\nThe page of a board with ")
        .append(times.changes())
        .append(" open votes of ten members each, on PostgreSQL, ms:\n\n");
    head("median", "p99", "most");
    line(
        "from the request to the last byte",
        String.format(Locale.ROOT, "%.0f", times.median()),
        String.format(Locale.ROOT, "%.0f", times.p99()),
        String.format(Locale.ROOT, "%.0f", times.most()));
  }

  private void asked(String what, ImpactCost.Times times) {
    line(
        what,
        String.format(Locale.ROOT, "%.1f", times.median()),
        String.format(Locale.ROOT, "%.1f", times.p99()),
        String.format(Locale.ROOT, "%.1f", times.most()));
  }

  void decisions(List<Double> suite, List<Double> raw) {
    text.append("\nOne evaluation of the priority table, microseconds of CPU:\n\n");
    head("suite", "bare engine", "ratio");
    Spread ours = Spread.of(suite);
    Spread theirs = Spread.of(raw);
    line(
        "decision",
        ours.as("%.1f"),
        theirs.as("%.0f"),
        String.format(Locale.ROOT, "%.4f", ours.median() / theirs.median()));
  }

  private void late(String what, TimerLateness.Result result) {
    line(
        what,
        String.valueOf(result.percentile(50)),
        String.valueOf(result.percentile(99)),
        String.valueOf(result.millis().size()));
  }

  private void count(String what, int suite, int raw) {
    line(
        what,
        String.valueOf(suite),
        String.valueOf(raw),
        String.format(Locale.ROOT, "%.2f", (double) suite / raw));
  }

  private void time(String what, List<Round> rounds, ToDoubleFunction<Round.Measured> value) {
    line(
        what,
        Spread.of(rounds.stream().map(round -> value.applyAsDouble(round.suite())).toList())
            .as("%.1f"),
        Spread.of(rounds.stream().map(round -> value.applyAsDouble(round.raw())).toList())
            .as("%.1f"),
        Spread.of(rounds.stream().map(round -> round.ratio(value)).toList()).as("%.2f"));
  }

  private void head(String... columns) {
    line("", columns);
    text.append("| --- ".repeat(columns.length + 1)).append("|\n");
  }

  private void line(String what, String... columns) {
    text.append("| ").append(what);
    for (String column : columns) {
      text.append(" | ").append(column);
    }
    text.append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
