package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.Monitoring;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running suite on Monday at nine, and an alarm of its own for each test. */
abstract class MonitoredDesk {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @LocalServerPort int port;
  @Autowired Monitoring monitoring;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  Events events;
  Program agent;

  @BeforeEach
  void itIsMondayNine() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    events = new Events(port);
    agent = Program.of(port, "agent");
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  static void letPass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }

  Alarm alarm(String number) {
    assertThat(monitoring.alarmsOf(number)).hasSize(1);
    return monitoring.alarmsOf(number).get(0);
  }

  List<String> facts(String number) {
    return ledger.of(number).stream()
        .map(LedgerEntry::what)
        .filter(what -> what.contains("alarm") || what.contains("recover"))
        .toList();
  }

  long incidents() {
    return jdbc.sql("select count(*) from itsm.incident where description like ?")
        .param("%Source: " + events.source() + "%")
        .query(Long.class)
        .single();
  }
}
