package org.itsmsuite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.postgres.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds what a ticket sends to the database, to the digit. Counts are the same on every machine, so
 * a change that costs a round trip is seen here, by itself and at once.
 */
@Tag("own-jvm")
class TicketCostTest {

  private static final Path EXPECTED =
      Path.of("src/test/resources/org/itsmsuite/bench/ticket-cost.txt");
  private static final Path MEASURED = Path.of("target/ticket-cost.txt");

  /** Whatever is read once, by the engine, the suite or a table, has been read by then. */
  private static final int TICKETS_BEFORE = 3;

  private static Costs costs;

  @BeforeAll
  static void countOneTicket() {
    // A Monday morning, within service hours.
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T09:00:00Z")));
    PostgresServer server = PostgresServer.ofThisJvm();
    costs = new Costs(ofSuite(server), ofRawEngine(server));
  }

  @AfterAll
  static void letTimePass() {
    ClockUtil.reset();
  }

  private static Map<String, Trips> ofSuite(PostgresServer server) {
    String database = server.newDatabase();
    try (var suite = BenchSuite.start(database, "--camunda.bpm.job-execution.enabled=false")) {
      return counted(new SuiteDesk(suite));
    } finally {
      server.drop(database);
    }
  }

  private static Map<String, Trips> ofRawEngine(PostgresServer server) {
    String database = server.newDatabase();
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl(database);
      ProcessEngine engine = RawEngine.start(new CountingDataSource(pool), false);
      try {
        return counted(new RawDesk(engine));
      } finally {
        engine.close();
      }
    } finally {
      server.drop(database);
    }
  }

  private static Map<String, Trips> counted(Desk desk) {
    var cycle = new TicketCycle(desk);
    for (int i = 0; i < TICKETS_BEFORE; i++) {
      cycle.run();
    }
    return cycle.costs();
  }

  @Test
  void aTicketCostsWhatIsWrittenDown() throws IOException {
    Files.createDirectories(MEASURED.getParent());
    Files.writeString(MEASURED, costs.toString());
    assertThat(costs.toString())
        .as(
            """
            What a ticket costs has changed. More round trips make every step slower: look for \
            the statement that came in, in the step that grew. If it is worth it, or the cost went \
            down, say so in the change and accept it: cp %s %s, and README.md's figures."""
                .formatted(MEASURED, EXPECTED))
        .isEqualTo(Files.readString(EXPECTED));
  }

  @Test
  void aTicketTakesNoMoreRoundTripsThanOnTheBareEngine() {
    assertThat(costs.suite().all()).isLessThanOrEqualTo(costs.raw().all());
  }
}
