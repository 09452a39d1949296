package org.itsmsuite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.postgres.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("own-jvm")
class TicketCostTest {

  @Test
  void costs() {
    PostgresServer server = PostgresServer.ofThisJvm();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(server.newDatabase());
    ProcessEngine raw = RawEngine.start(new CountingDataSource(pool), false);
    var rawCycle = new TicketCycle(new RawDesk(raw));
    for (int i = 0; i < 3; i++) rawCycle.run();
    CountingDataSource.log = sent -> System.err.println("RAW " + sent.replaceAll("\\s+", " "));
    Map<String, Trips> rawCosts = rawCycle.costs();
    raw.close();
    var suite = BenchSuite.start(server.newDatabase(), "--camunda.bpm.job-execution.enabled=false");
    var cycle = new TicketCycle(new SuiteDesk(suite));
    for (int i = 0; i < 3; i++) cycle.run();
    cycle.costs();
    CountingDataSource.log = sent -> System.err.println("SQL " + sent.replaceAll("\\s+", " "));
    Map<String, Trips> suiteCosts = cycle.costs();
    CountingDataSource.log = sent -> {};
    suite.close();
    System.err.println(new Costs(suiteCosts, rawCosts));
    assertThat(1).isEqualTo(1);
  }
}
