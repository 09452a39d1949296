package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One data folder, started again and again: as delivered, from a folder with the same content, and
 * with tables that were changed (S-206).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("own-jvm")
class SuiteRestartTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");
  private static final List<String> RELEASED =
      List.of(
          "itsm.release_bundle",
          "itsm.calendar_version",
          "ACT_RE_DEPLOYMENT",
          "ACT_RE_PROCDEF",
          "ACT_RE_DECISION_DEF",
          "ACT_RE_CAMFORMDEF");

  @TempDir static Path data;
  @TempDir static Path content;
  private static String number;
  private static JsonNode atFirst;
  private static List<Long> released;
  private static List<String> aboutRights;

  private RunningSuite suite;

  @BeforeAll
  static void reportAndStop() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    try (var first = RunningSuite.start(data, null)) {
      number = reported(first.as("requester"), report());
      atFirst = first.as("agent").incident(number).body();
      released = RELEASED.stream().map(first::count).toList();
      aboutRights = factsAboutRights(first);
    }
  }

  @AfterEach
  void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @AfterAll
  static void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private static List<String> factsAboutRights(RunningSuite suite) {
    return suite
        .bean(JdbcClient.class)
        .sql("select what from itsm.ledger_entry where record = 'identity' order by position")
        .query(String.class)
        .list();
  }

  private static void copyContent() throws IOException {
    for (String folder : List.of("processes", "forms", "config")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.createDirectories(content.resolve(file).getParent());
          Files.copy(file, content.resolve(file));
        }
      }
    }
  }

  /** The table's rule with these inputs gets another output. */
  private static void changeRule(String table, String inputs, String was, String is)
      throws IOException {
    Path file = content.resolve("processes/incident/" + table + ".dmn");
    String text = Files.readString(file);
    for (String rule : text.split("(?=<rule )")) {
      String plain = rule.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
      if (plain.contains(inputs) && rule.contains(was)) {
        Files.writeString(file, text.replace(rule, rule.replace(was, is)));
        return;
      }
    }
    throw new AssertionError("No rule " + inputs + " in " + table);
  }

  private List<String> milestones(String clock) {
    return suite
        .bean(JdbcClient.class)
        .sql(
            "select m.milestone from itsm.sla_milestone m join itsm.sla_clock c on c.id = m.clock"
                + " where c.record = ? and c.kind = ? order by m.due_at")
        .params(number, clock)
        .query(String.class)
        .list();
  }

  @Test
  @Order(1)
  void theSameContentFromElsewhereIsNothingNewAndWhatCameDueMeanwhileHappens() throws IOException {
    copyContent();
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE.plus(Duration.ofHours(25))));
    suite = RunningSuite.start(data, content);

    assertThat(RELEASED.stream().map(suite::count).toList()).isEqualTo(released);
    assertThat(factsAboutRights(suite)).as("rights are as they were").isEqualTo(aboutRights);

    var now = suite.as("agent").incident(number);
    for (String field : List.of("number", "title", "thread", "process", "openedAt", "priority")) {
      assertThat(now.body().path(field)).as(field).isEqualTo(atFirst.path(field));
    }
    assertThat(now.body().path("clocks").findValuesAsText("dueAt"))
        .isEqualTo(atFirst.path("clocks").findValuesAsText("dueAt"));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(milestones("RESPONSE")).hasSize(2);
              assertThat(milestones("RESOLUTION")).hasSize(1);
            });
    assertThat(suite.as("agent").get("/api/records/" + number + "/timeline").text())
        .contains("sla.breached", "\"lateness\"");
    assertThat(
            suite
                .engine()
                .getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(atFirst.at("/process/instanceId").asText())
                .count())
        .as("one for each clock: response, resolution, update")
        .isEqualTo(3);
    assertThat(suite.engine().getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  @Order(2)
  void aChangedTableIsOneNewReleaseAndRunningIncidentsKeepTheirs() throws IOException {
    changeRule("incident-priority", "\"LOW\" \"HIGH\" \"P3\"", "\"P3\"", "\"P2\"");
    changeRule("sla-target", "\"P4\" \"RESPONSE\" \"PT8H\"", "extended-hours", "no-such-calendar");
    changeRule("sla-target", "\"P3\" \"RESPONSE\" \"PT4H\"", "PT4H", "soon");
    changeRule("incident-routing", "\"information\"", "service-desk", "no-such-group");
    suite = RunningSuite.start(data, content);

    assertThat(suite.count("itsm.release_bundle")).isEqualTo(released.get(0) + 1);
    assertThat(suite.count("ACT_RE_DEPLOYMENT")).isEqualTo(released.get(2) + 1);
    assertThat(
            suite
                .as("auditor")
                .get("/api/ledger?record=release:incident")
                .body()
                .findValuesAsText("what"))
        .containsExactly("process.released", "process.released");

    var agent = suite.as("agent");
    var low = Map.of("impact", "LOW", "urgency", "HIGH");
    var old = agent.act(number, "set-priority", low);
    assertThat(old.at("/process/version")).isEqualTo("1");
    assertThat(old.at("priority")).as(old.text()).isEqualTo("P3");

    var newer = report("impact", "LOW");
    newer.put("urgency", "HIGH");
    var fresh = agent.incident(reported(agent, newer));
    assertThat(fresh.at("/process/version")).isEqualTo("2");
    assertThat(fresh.at("priority")).isEqualTo("P2");

    aStepThatFailsLeavesNothing();
  }

  @Test
  @Order(3)
  void aTargetWithoutAnAgreementStopsTheStart() throws IOException {
    changeRule("sla-target", "\"P1\" \"RESPONSE\"", "north-office-services", "of-nobody");

    assertThatThrownBy(() -> RunningSuite.start(data, content))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> assertThat(fault.key()).isEqualTo("servicelevel.orphaned-targets"));
  }

  /** Tables can give what does not exist; they are data, and people write them. */
  private void aStepThatFailsLeavesNothing() {
    var unknownCalendar = report("service", "facility");
    unknownCalendar.put("impact", "LOW");
    unknownCalendar.put("urgency", "LOW");
    leavesNothing(unknownCalendar, 400, "calendar.unknown");

    leavesNothing(report("service", "facility"), 500, "server.error");

    String triaged = reported(suite.as("requester"), report());
    var tasks = suite.as("agent").get("/engine-rest/task?processInstanceBusinessKey=" + triaged);
    var facts = suite.count("itsm.ledger_entry");
    var values =
        Map.of(
            "mechanism", Map.of("value", "INCIDENT"),
            "category", Map.of("value", "information"),
            "impact", Map.of("value", "LOW"),
            "urgency", Map.of("value", "HIGH"));
    Answer refused =
        suite
            .as("agent")
            .post(
                "/engine-rest/task/" + tasks.at("/0/id") + "/complete",
                Map.of("variables", values));
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.at("key")).isEqualTo("incident.unknown-group");
    assertThat(suite.count("itsm.ledger_entry")).isEqualTo(facts);
    var record = suite.as("agent").incident(triaged);
    assertThat(record.at("group")).isEqualTo("service-desk");
    assertThat(record.at("impact")).isEqualTo("MEDIUM");
    assertThat(suite.as("agent").get("/engine-rest/task/" + tasks.at("/0/id")).status())
        .isEqualTo(200);
  }

  private void leavesNothing(Map<String, Object> report, int status, String key) {
    var tables =
        List.of(
            "itsm.incident",
            "itsm.sla_clock",
            "itsm.ledger_entry",
            "itsm.notification",
            "itsm.idempotency_key",
            "ACT_RU_EXECUTION",
            "ACT_HI_PROCINST");
    var before = tables.stream().map(suite::count).toList();
    var answer =
        suite.as("requester").post("/api/incidents", report, "Idempotency-Key", "half-" + key);
    assertThat(answer.refusal()).as(answer.text()).isEqualTo(status + " " + key);
    assertThat(answer.text()).doesNotContain("Exception", "java.", "org.itsmsuite");
    assertThat(tables.stream().map(suite::count).toList()).isEqualTo(before);
  }
}
