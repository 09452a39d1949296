package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.engine.EngineCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database: whoever is first acts on a milestone, and nobody does so twice. */
@org.junit.jupiter.api.Tag("own-jvm")
class ClockTimersTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");
  private static final String DATABASE =
      "--spring.datasource.url=jdbc:h2:mem:"
          + UUID.randomUUID()
          + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";

  @TempDir static Path data;
  private static RunningSuite one;
  private static RunningSuite other;

  @BeforeAll
  static void twoNodes() {
    one = RunningSuite.start(data, null, DATABASE);
    other = RunningSuite.start(data, null, DATABASE);
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
  }

  @BeforeEach
  void nobodyLooksForJobs() {
    jobs(one).shutdown();
    jobs(other).shutdown();
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private static JobExecutor jobs(RunningSuite node) {
    return ((ProcessEngineConfigurationImpl) node.engine().getProcessEngineConfiguration())
        .getJobExecutor();
  }

  private static long count(String sql, String record) {
    return one.bean(JdbcClient.class).sql(sql).param(record).query(Long.class).single();
  }

  /** All resolution milestones up to the breach, and what they made, once each. */
  private static void happenedOnce(String number) {
    assertThat(
            one.bean(JdbcClient.class)
                .sql(
                    "select m.milestone from itsm.sla_milestone m"
                        + " join itsm.sla_clock c on c.id = m.clock"
                        + " where c.record = ? and c.kind = 'RESOLUTION' order by m.due_at")
                .param(number)
                .query(String.class)
                .list())
        .containsExactly("50%", "75%", "100%");
    for (String what : List.of("sla.milestoneReached", "sla.breached", "escalation.acted")) {
      var facts =
          one
              .as("auditor")
              .get("/api/records/" + number + "/timeline")
              .body()
              .findParents("what")
              .stream()
              .filter(fact -> fact.path("what").asText().equals(what))
              .map(fact -> fact.path("after").toString().replaceAll("\"lateness\":\"[^\"]*\"", ""))
              .toList();
      assertThat(facts).as(what).isNotEmpty().doesNotHaveDuplicates();
    }
    assertThat(
            count(
                "select count(*) from (select template, occasion, recipient from itsm.notification"
                    + " where record = ? group by template, occasion, recipient having count(*) > 1) x",
                number))
        .isZero();
    assertThat(
            one.bean(JdbcClient.class)
                .sql(
                    "select recipient from itsm.notification where record = ?"
                        + " and template = 'sla-breached' and occasion like '%/resolution/%'")
                .param(number)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "group:incident-managers", "user:incident-manager", "group:second-level");
  }

  @Test
  void oneTimerOnTwoNodesAtTheSameInstantActsOnce() throws Exception {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      numbers.add(reported(one.as("requester"), report()));
    }
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofHours(49))));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (String number : numbers) {
        String timer = timer(number);
        var start = new CyclicBarrier(2);
        var here = threads.submit(() -> fire(one.engine(), timer, start));
        var there = threads.submit(() -> fire(other.engine(), timer, start));
        assertThat(succeeded(here) + succeeded(there)).as(number).isEqualTo(1);
        happenedOnce(number);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String timer(String number) {
    return one.engine().getManagementService().createJobQuery().timers().list().stream()
        .map(TimerEntity.class::cast)
        .filter(timer -> (number + "/resolution").equals(timer.getRepeat()))
        .map(TimerEntity::getId)
        .findFirst()
        .orElseThrow();
  }

  private static boolean fire(ProcessEngine node, String timer, CyclicBarrier start)
      throws Exception {
    start.await(10, TimeUnit.SECONDS);
    try {
      EngineCalls.internally(() -> node.getManagementService().executeJob(timer));
      return true;
    } catch (ProcessEngineException | DataAccessException overtaken) {
      return false;
    }
  }

  private static int succeeded(Future<Boolean> fired) throws Exception {
    return fired.get(30, TimeUnit.SECONDS) ? 1 : 0;
  }

  @Test
  void twoJobExecutorsActOnceOnEachMilestone() {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      numbers.add(reported((i % 2 == 0 ? one : other).as("requester"), report()));
    }
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofHours(49))));
    jobs(one).start();
    jobs(other).start();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              for (String number : numbers) {
                happenedOnce(number);
              }
            });
    assertThat(one.engine().getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(one.as("auditor").get("/api/ledger/verification").body().path("intact").asBoolean())
        .isTrue();
  }

  /** What a node that goes down had taken and not begun waits until its lock has run out. */
  @Test
  void aNodeThatGoesDownAmidstTheWorkLosesAndRepeatsNothingK10() {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      numbers.add(reported(one.as("requester"), report()));
    }
    long before = breaches();
    try (var goesDown = RunningSuite.start(data, null, DATABASE)) {
      ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofHours(49))));
      await().pollInterval(Duration.ofMillis(5)).until(() -> breaches() > before);
    }
    jobs(other).start();
    try (var restarted = RunningSuite.start(data, null, DATABASE)) {
      ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofHours(49).plusMinutes(6))));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(numbers).allSatisfy(ClockTimersTest::happenedOnce));
    }
    assertThat(one.engine().getRuntimeService().createIncidentQuery().count()).isZero();
  }

  private static long breaches() {
    return one.bean(JdbcClient.class)
        .sql("select count(*) from itsm.ledger_entry where what = 'sla.breached'")
        .query(Long.class)
        .single();
  }
}
