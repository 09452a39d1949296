package org.itsmsuite.bench;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long after its due instant a clock's milestone is recorded, by the job executor as delivered.
 * Forty tickets are reported half a second apart on a Monday morning that the suite's clock is set
 * to; then it is set to shortly before the first of their next milestones is due, and runs on at
 * its own pace.
 */
final class TimerLateness {

  /**
   * @param millis in ascending order
   */
  record Result(List<Long> millis) implements Serializable {

    long percentile(int percent) {
      return millis.get((int) Math.ceil(percent / 100.0 * millis.size()) - 1);
    }
  }

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final int TICKETS = 40;
  private static final Duration APART = Duration.ofMillis(500);
  private static final Duration BEFORE = Duration.ofSeconds(4);

  private final JdbcClient database;
  private final Desk desk;
  private final List<String> tickets = new ArrayList<>();

  TimerLateness(DataSource database, Desk desk) {
    this.database = JdbcClient.create(database);
    this.desk = desk;
  }

  /** Nothing else happens meanwhile. */
  Result idle() {
    return measured(() -> {});
  }

  /** Somebody works through tickets meanwhile, one after the other, without a pause. */
  Result loadedBy(TicketCycle cycle) {
    return measured(cycle::run);
  }

  private Result measured(Runnable meanwhile) {
    try {
      if (tickets.isEmpty()) {
        report();
      }
      Instant first = nextDue();
      ClockUtil.offset(Duration.between(Instant.now(), first.minus(BEFORE)).toMillis());
      Awaitility.await("milestones")
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                meanwhile.run();
                return lateness(first).size() == TICKETS;
              });
      return new Result(lateness(first));
    } finally {
      ClockUtil.reset();
    }
  }

  private void report() {
    for (int n = 0; n < TICKETS; n++) {
      ClockUtil.setCurrentTime(Date.from(MONDAY.plus(APART.multipliedBy(n))));
      tickets.add(desk.report());
    }
  }

  private Instant nextDue() {
    return database
        .sql(
            """
            select min(j.duedate_) from act_ru_job j
            join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ in (:tickets)
            """)
        .param("tickets", tickets)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private List<Long> lateness(Instant first) {
    return new ArrayList<>(
        database
            .sql(
                """
                select round(extract(epoch from m.acted_at - m.due_at) * 1000)
                from itsm.sla_milestone m join itsm.sla_clock c on c.id = m.clock
                where c.record in (:tickets) and m.due_at between :first and :last
                order by 1
                """)
            .param("tickets", tickets)
            .param("first", utc(first))
            .param("last", utc(first.plus(APART.multipliedBy(TICKETS))))
            .query(Long.class)
            .list());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
