package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.postgres.PostgresServer;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The whole application twice on one PostgreSQL, as an operator runs it: profile {@code postgres},
 * job executors on.
 */
@Tag("own-jvm")
class PostgresSuiteTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir static Path data;
  private static RunningSuite one;
  private static RunningSuite other;

  @BeforeAll
  static void twoNodes() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    String[] settings = {
      "--spring.profiles.active=postgres",
      "--ITSM_DB_URL=" + PostgresServer.ofThisJvm().newDatabase(),
      "--ITSM_DB_USER=postgres",
      "--ITSM_DB_PASSWORD=none"
    };
    one = RunningSuite.start(data, null, settings);
    other = RunningSuite.start(data, null, settings);
  }

  @AfterAll
  static void stop() {
    Stream.of(other, one).filter(node -> node != null).forEach(RunningSuite::close);
    ClockUtil.reset();
  }

  private static JdbcClient database() {
    return one.bean(JdbcClient.class);
  }

  private static String task(Program who, String number) {
    var tasks = who.get("/engine-rest/task?processInstanceBusinessKey=" + number);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    return "/engine-rest/task/" + tasks.at("/0/id");
  }

  private static void takeAndComplete(
      Program who, String account, String number, Map<String, ?> values) {
    String task = task(who, number);
    assertThat(who.post(task + "/claim", Map.of("userId", account)).status()).isEqualTo(204);
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var done = who.post(task + "/complete", Map.of("variables", variables));
    assertThat(done.status()).as(done.text()).isEqualTo(204);
  }

  @Test
  void anAuditorFromOutsideSeesTheirCustomerOnBothNodesAndLeavesATrace() {
    var identity = one.engine().getIdentityService();
    TestAccounts.create(identity, "visitor");
    String north = reported(one.as("agent"), report("customer", "north-office"));
    String south = reported(other.as("agent"), report("customer", "south-office"));
    Instant now = ClockUtil.getCurrentTime().toInstant();
    var given =
        one.as("top-manager")
            .post(
                "/api/audit/engagements",
                Map.of(
                    "account", "visitor",
                    "kind", "EXTERNAL",
                    "until", now.plus(Duration.ofDays(365)).toString(),
                    "purpose", "Yearly audit",
                    "scope",
                        Map.of(
                            "customers", List.of("north-office"),
                            "recordsFrom", now.minus(Duration.ofDays(1)).toString())));
    assertThat(given.status()).as(given.text()).isEqualTo(201);

    assertThat(other.as("visitor").incident(north).status()).isEqualTo(200);
    assertThat(one.as("visitor").incident(south).status()).isEqualTo(404);
    assertThat(other.as("visitor").get("/api/ledger?size=200").text())
        .contains(north)
        .doesNotContain(south);
    Stream.of(one, other, one, other, one, other)
        .parallel()
        .forEach(
            node -> assertThat(node.as("visitor").get("/api/incidents").status()).isEqualTo(200));

    assertThat(one.as("top-manager").get("/api/audit/access?account=visitor").at("total"))
        .isEqualTo("9");
    assertThat(one.as("auditor").get("/api/ledger/verification").at("intact")).isEqualTo("true");
  }

  @Test
  void anIncidentGoesFromReportToEndOverBothNodes() {
    String number = reported(one.as("requester"), report());
    takeAndComplete(
        other.as("agent"),
        "agent",
        number,
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "HIGH"));
    takeAndComplete(
        one.as("specialist"),
        "specialist",
        number,
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "NO"));
    var closed = other.as("requester").act(number, "confirm", Map.of());
    assertThat(closed.at("status")).as(closed.text()).isEqualTo("CLOSED");
    assertThat(one.as("agent").get("/api/incidents?text=" + number).at("/content/0/number"))
        .isEqualTo(number);
    assertThat(one.as("requester").get("/api/records/" + number + "/timeline").text())
        .contains("incident.reported", "incident.closed");
    assertThat(one.as("auditor").get("/api/ledger/verification").at("intact")).isEqualTo("true");

    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofDays(60))));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        one.engine()
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(number)
                            .count())
                    .isZero());
  }

  /**
   * Two hundred incidents that nobody looks after: in two days each of them reaches two milestones
   * of its response clock and three of its resolution clock.
   */
  @Test
  void aThousandMilestonesHappenOnceEach() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    for (int n = 0; n < 200; n++) {
      leave(n % 2 == 0 ? one : other);
    }
    // Each clock's timer fires for its own milestones: at no stop has the other one's hidden that
    // it rests.
    for (int hours : List.of(2, 25, 49)) {
      ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofHours(hours))));
      await().atMost(Duration.ofSeconds(40)).until(() -> timersDue() == 0);
    }

    assertThat(
            counted(
                "select c.kind || ' ' || m.milestone, count(*) from itsm.sla_milestone m"
                    + " join itsm.sla_clock c on c.id = m.clock"
                    + " join itsm.incident i on i.number = c.record"
                    + " where i.title = 'One of many' group by 1"))
        .isEqualTo(
            Map.of(
                "RESPONSE 75%", 200L,
                "RESPONSE 100%", 200L,
                "RESOLUTION 50%", 200L,
                "RESOLUTION 75%", 200L,
                "RESOLUTION 100%", 200L));
    for (var each : Map.of("sla.milestoneReached", 5L, "sla.breached", 2L).entrySet()) {
      assertThat(
              counted(
                  "select i.number, count(e.record) from itsm.incident i"
                      + " left join itsm.ledger_entry e on e.record = i.number and e.what = '"
                      + each.getKey()
                      + "' where i.title = 'One of many' group by i.number"))
          .as(each.getKey())
          .hasSize(200)
          .allSatisfy((number, facts) -> assertThat(facts).as(number).isEqualTo(each.getValue()));
    }
    assertThat(
            counted(
                "select record || ' ' || template || ' ' || occasion || ' ' || recipient, count(*)"
                    + " from itsm.notification where template like 'sla-%' group by 1"))
        .isNotEmpty()
        .allSatisfy((message, times) -> assertThat(times).as(message).isEqualTo(1));
    assertThat(one.engine().getManagementService().createJobQuery().withException().count())
        .isZero();
    assertThat(Stream.of(one, other).map(PostgresSuiteTest::jobsDone)).allMatch(n -> n > 100);
  }

  private static Map<String, Long> counted(String sql) {
    return database()
        .sql(sql)
        .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static long jobsDone(RunningSuite node) {
    var engine = (ProcessEngineConfigurationImpl) node.engine().getProcessEngineConfiguration();
    return engine.getMetricsRegistry().getDbMeterByName(Metrics.JOB_SUCCESSFUL).get();
  }

  private static void leave(RunningSuite node) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated("requester", null, List.of()));
    try {
      node.bean(Incidents.class)
          .report(
              new NewIncident(
                  "One of many",
                  null,
                  "email",
                  null,
                  IncidentKind.INTERRUPTION,
                  Impact.MEDIUM,
                  Urgency.MEDIUM,
                  null,
                  "api",
                  false,
                  null,
                  null));
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static long timersDue() {
    return one.engine()
        .getManagementService()
        .createJobQuery()
        .timers()
        .duedateLowerThan(ClockUtil.getCurrentTime())
        .count();
  }
}
