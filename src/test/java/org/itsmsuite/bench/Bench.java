package org.itsmsuite.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.vote.store.CabPageCost;
import org.itsmsuite.configuration.ImpactCost;
import org.itsmsuite.postgres.PostgresServer;

/**
 * Measures what a ticket costs on this machine: {@code ./mvnw -Pbench test}, some five minutes. The
 * suite and the bare engine each have a JVM and a database of their own on one PostgreSQL server,
 * and take turns of some seconds; what is compared is always one turn with the one right beside it.
 * See docs/benchmark.md.
 */
public final class Bench {

  private static final Path FOLDER = Path.of("target/bench");
  private static final int WARM_UP = 10;
  private static final int WARM_UP_SLICE = 6000;
  private static final int ROUNDS = 11;
  private static final int SLICE = 3000;
  private static final int DECISIONS = 700;

  private final Worker suite;
  private final Worker raw;
  private final PostgresLoad postgres;

  private Bench(Worker suite, Worker raw, PostgresLoad postgres) {
    this.suite = suite;
    this.raw = raw;
    this.postgres = postgres;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    Files.createDirectories(FOLDER);
    Path report = FOLDER.resolve("report.md");
    // Tests let the server forget; a benchmark must not.
    Map<String, String> durable =
        Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "4GB");
    try (var server = PostgresServer.start(durable)) {
      String database = server.newDatabase();
      String other = server.newDatabase();
      try (var postgres = new PostgresLoad(database);
          var suite = new Worker("suite", database, FOLDER.resolve("suite.log"));
          var raw = new Worker("raw", other, FOLDER.resolve("raw.log"))) {
        Files.writeString(report, new Bench(suite, raw, postgres).report());
      }
    }
    System.out.println(Files.readString(report));
    System.out.println("This is " + report + " too.");
  }

  private String report() throws IOException, SQLException {
    suite.awaitReady();
    raw.awaitReady();
    say("warming up");
    for (int i = 0; i < WARM_UP; i++) {
      round(i, WARM_UP_SLICE);
    }
    var report = new BenchReport(new Costs(suite.ask("costs"), raw.ask("costs")));
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      say("round " + (i + 1) + " of " + ROUNDS);
      rounds.add(round(i, SLICE));
    }
    report.times(rounds, postgres.knowsCpu());
    say("timers, nothing else going on");
    TimerLateness.Result idle = suite.ask("idle");
    say("timers, under load");
    report.lateness(idle, suite.ask("loaded"));
    say("decisions");
    decisions(report);
    say("items");
    try (var database = TestDatabase.onPostgres()) {
      report.impact("PostgreSQL", ImpactCost.measure(database));
    }
    try (var database = TestDatabase.onH2()) {
      report.impact("H2", ImpactCost.measure(database));
    }
    say("a board's page");
    report.board(boardPage());
    return report.toString();
  }

  private static CabPageCost.Times boardPage() {
    var server = PostgresServer.ofThisJvm();
    String database = server.newDatabase();
    try (var suite = BenchSuite.start(database)) {
      return CabPageCost.measure(suite);
    } finally {
      server.drop(database);
    }
  }

  private static void say(String what) {
    System.out.println("bench: " + what);
  }

  private Round round(int number, int millis) throws SQLException {
    if (number % 2 == 0) {
      Round.Measured first = measured(suite, millis);
      return new Round(first, measured(raw, millis));
    }
    Round.Measured first = measured(raw, millis);
    return new Round(measured(suite, millis), first);
  }

  private Round.Measured measured(Worker worker, int millis) throws SQLException {
    double cpu = postgres.cpuMillis();
    long wal = postgres.walBytes();
    Slice slice = worker.ask("slice " + millis);
    return new Round.Measured(slice, postgres.cpuMillis() - cpu, postgres.walBytes() - wal);
  }

  private static void decisions(BenchReport report) throws IOException {
    var ours = DecisionCost.ofSuite();
    var theirs = DecisionCost.ofRawEngine();
    List<Double> suite = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      suite.add(ours.micros(DECISIONS));
      raw.add(theirs.micros(DECISIONS));
    }
    int warm = WARM_UP / 2;
    report.decisions(suite.subList(warm, WARM_UP), raw.subList(warm, WARM_UP));
  }
}
