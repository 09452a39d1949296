package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerVerification;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.Monitoring;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Thousands of events of one alarm: one record, counted to the last one, and a desk at work. */
@DemoSuite
class EventStormTest {

  private static final int THREADS = 8;
  private static final int EVENTS = 10_000;

  @LocalServerPort int port;
  @Autowired Monitoring monitoring;
  @Autowired Ledger ledger;
  @Autowired LedgerVerification verification;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock time;

  private final String source = "storm " + UUID.randomUUID();

  private MonitoringEvent event(String id) {
    return new MonitoringEvent(
        source, id, "email", null, "Queue does not shrink", "CRITICAL", time.instant());
  }

  @Test
  void isOneRecordCountedExactly() throws Exception {
    var number = monitoring.take(event("first")).record();
    var next = new AtomicInteger();
    var pool = Executors.newFixedThreadPool(THREADS);
    Callable<List<EventOutcome>> storm =
        () -> {
          List<EventOutcome> outcomes = new ArrayList<>();
          for (int n = next.incrementAndGet(); n < EVENTS; n = next.incrementAndGet()) {
            outcomes.add(monitoring.take(event("event " + n)).outcome());
            // As a sender does that has not heard the answer.
            if (n % 100 == 0) {
              assertThat(monitoring.take(event("event " + n)).repeated()).isTrue();
            }
          }
          return outcomes;
        };
    List<Future<List<EventOutcome>>> storms = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      storms.add(pool.submit(storm));
    }
    int rounds = 0;
    do {
      deskIsUsable(number);
      rounds++;
    } while (rounds < 3 || !storms.stream().allMatch(Future::isDone));
    for (var outcomes : storms) {
      assertThat(outcomes.get(1, TimeUnit.MINUTES)).containsOnly(EventOutcome.COUNTED);
    }
    pool.shutdown();

    assertThat(monitoring.alarmsOf(number)).hasSize(1);
    assertThat(monitoring.alarmsOf(number).get(0).count()).isEqualTo(EVENTS);
    assertThat(monitoring.eventsOf(number, 0, 1).total()).isEqualTo(EVENTS);
    assertThat(
            jdbc.sql("select count(distinct record) from itsm.monitoring_event where source = ?")
                .param(source)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(counts(number)).containsExactly(10, 100, 1_000, 10_000);
    assertThat(verification.verify().intact()).isTrue();
  }

  /** People find, read and work on what the storm is about, and on everything else. */
  private void deskIsUsable(String number) {
    var agent = Program.of(port, "agent");
    soon(200, () -> agent.get("/api/incidents?text=" + number));
    soon(200, () -> agent.get("/api/events?record=" + number));
    soon(200, () -> agent.incident(number));
    soon(200, () -> agent.act(number, "wait", Map.of("waitingFor", "SUPPLIER")));
    soon(200, () -> agent.act(number, "resume", Map.of()));
    soon(201, () -> Program.of(port, "requester").post("/api/incidents", report()));
  }

  private static void soon(int status, Supplier<Answer> call) {
    assertThat(CompletableFuture.supplyAsync(call))
        .succeedsWithin(Duration.ofSeconds(5))
        .satisfies(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(status));
  }

  private List<Object> counts(String number) {
    return ledger.of(number).stream()
        .filter(entry -> entry.what().equals("incident.alarmRepeated"))
        .map(LedgerEntry::after)
        .map(after -> after.get("count"))
        .toList();
  }

  @Test
  void doesNotWaitForSomebodyWhoHoldsTheRecord() {
    var number = monitoring.take(event("first")).record();
    var sender = Executors.newSingleThreadExecutor();
    try {
      transaction.executeWithoutResult(
          open -> {
            jdbc.sql("select number from itsm.incident where number = ? for update")
                .param(number)
                .query()
                .singleRow();
            assertThat(sender.submit(() -> monitoring.take(event("second")).outcome()))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(EventOutcome.COUNTED);
          });
    } finally {
      sender.shutdownNow();
    }
  }
}
