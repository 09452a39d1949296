package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent: a clear refusal with key and place, nothing of our inside, nothing written. */
@DemoSuite
class BadInputTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Program agent;

  @BeforeEach
  void logIn() {
    agent = Program.of(port, "agent");
  }

  private List<Long> written() {
    return Stream.of(
            "itsm.incident",
            "itsm.sla_clock",
            "itsm.ledger_entry",
            "itsm.idempotency_key",
            "itsm.notification",
            "ACT_RU_EXECUTION",
            "ACT_RU_TASK",
            "ACT_RU_JOB",
            "ACT_HI_PROCINST")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  private static void isRefused(Answer answer, int status, String key, String field) {
    assertThat(answer.refusal()).as(answer.text()).isEqualTo(status + " " + key);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.at("type")).isEqualTo("urn:itsm:problem:" + key);
    assertThat(answer.at("status")).isEqualTo("" + status);
    assertThat(answer.at("title")).isNotBlank();
    assertThat(answer.at("detail")).isNotBlank().hasSizeLessThan(1_000);
    assertThat(answer.text())
        .doesNotContain("org.itsmsuite", "org.spring", "java.", "Exception", "\\tat ", "SQL");
    if (field != null) {
      assertThat(answer.field()).isEqualTo(field);
    }
  }

  @Nested
  class Reports {

    static Stream<Arguments> faults() {
      return Stream.of(
          Arguments.of("service", "no-such-service", "incident.unknown-service"),
          Arguments.of("service", "' or 1=1 --", "incident.unknown-service"),
          Arguments.of("service", null, "request.missing"),
          Arguments.of("kind", "SOMETHING", "incident.unknown-kind"),
          Arguments.of("kind", "interruption", "incident.unknown-kind"),
          Arguments.of("impact", "HUGE", "incident.unknown-impact"),
          Arguments.of("impact", "", "request.missing"),
          Arguments.of("urgency", "NOW", "incident.unknown-urgency"),
          Arguments.of("customer", "nobody", "incident.unknown-customer"),
          Arguments.of("title", null, "request.missing"),
          Arguments.of("title", "   ", "request.missing"),
          Arguments.of("title", "x".repeat(100_000), "request.too-long"),
          Arguments.of("title", "x".repeat(201), "request.too-long"),
          Arguments.of("description", "x".repeat(10_001), "request.too-long"),
          Arguments.of("configurationItem", "x".repeat(201), "request.too-long"),
          Arguments.of("category", "x".repeat(101), "request.too-long"),
          Arguments.of("channel", "x".repeat(51), "request.too-long"),
          Arguments.of("requester", "x".repeat(256), "request.too-long"),
          Arguments.of("title", "null\u0000byte", "request.control-character"),
          Arguments.of("title", "bell\u0007", "request.control-character"),
          Arguments.of("title", "two\nlines", "request.control-character"),
          Arguments.of("title", "line\u2028separator", "request.control-character"),
          Arguments.of("title", "delete\u007f", "request.control-character"),
          Arguments.of("description", "escape\u001b[31m", "request.control-character"),
          Arguments.of("category", "half \ud83d pair", "request.control-character"),
          Arguments.of("configurationItem", "\u0085", "request.control-character"),
          Arguments.of("title", 12, "request.wrong-value"),
          Arguments.of("title", true, "request.wrong-value"),
          Arguments.of("title", List.of("a"), "request.wrong-value"),
          Arguments.of("description", Map.of("a", "b"), "request.wrong-value"),
          Arguments.of("impact", 1, "request.wrong-value"),
          Arguments.of("security", "yes", "request.wrong-value"),
          Arguments.of("security", 1, "request.wrong-value"),
          Arguments.of("titel", "A slip", "request.unknown-field"),
          Arguments.of("status", "CLOSED", "request.unknown-field"),
          Arguments.of("number", "INC-000001", "request.unknown-field"),
          Arguments.of("priority", "P1", "request.unknown-field"),
          Arguments.of("openedAt", "2001-01-01T00:00:00Z", "request.unknown-field"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nameFieldAndFault(String field, Object value, String key) {
      var before = written();
      var answer =
          agent.post(
              "/api/incidents",
              report(field, value),
              "Idempotency-Key",
              UUID.randomUUID().toString());
      isRefused(answer, 400, key, field);
      assertThat(written()).isEqualTo(before);
    }

    @Test
    void nameEveryFaultAtOnce() {
      var report = report("title", "");
      report.put("impact", "HUGE");
      report.put("channel", "\u0001");
      var answer = agent.post("/api/incidents", report);
      assertThat(answer.body().path("errors").findValuesAsText("field"))
          .containsExactlyInAnyOrder("title", "impact", "channel");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"title\": | request.malformed-json",
          "{\"title\": \"a\" \"b\"} | request.malformed-json",
          "{'title': 'a'} | request.malformed-json",
          "{\"title\":\"a\",\"title\":\"b\"} | request.malformed-json",
          "{\"title\":\"\u0001\"} | request.malformed-json",
          "{} {} | request.malformed-json",
          "[] | request.wrong-value",
          "\"text\" | request.wrong-value",
          "`` | request.missing-body",
          "{\"title\": NaN} | request.malformed-json",
        })
    void mustBeJson(String body, String key) {
      var before = written();
      isRefused(agent.post("/api/incidents", body), 400, key, null);
      assertThat(written()).isEqualTo(before);
    }

    @Test
    void mayNotBeNothing() {
      var before = written();
      isRefused(agent.post("/api/incidents", "null"), 400, "request.missing-body", null);
      assertThat(written()).isEqualTo(before);
    }

    @Test
    void mayNotNestWithoutEnd() {
      var before = written();
      var answer = agent.post("/api/incidents", "[".repeat(5_000));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).doesNotContain("Exception", "java.");
      assertThat(written()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks", "ü", "\t"})
    void needAUsableIdempotencyKey(String key) {
      var before = written();
      var answer =
          Program.of(port, "agent").post("/api/incidents", report(), "Idempotency-Key", key);
      assertThat(answer.status()).isIn(400, 201);
      if (answer.status() == 400) {
        isRefused(answer, 400, "request.idempotency-key-invalid", "Idempotency-Key");
        assertThat(written()).isEqualTo(before);
      }
    }
  }

  @Nested
  class Actions {

    private String number;

    @BeforeEach
    void anIncident() {
      number = reported(agent, report());
    }

    static Stream<Arguments> faults() {
      return Stream.of(
          Arguments.of("set-priority", "impact", "HUGE", "incident.unknown-impact"),
          Arguments.of("set-priority", "urgency", null, "request.missing"),
          Arguments.of("set-priority", "reason", "x".repeat(2_001), "request.too-long"),
          Arguments.of("set-priority", "priority", "P1", "request.unknown-field"),
          Arguments.of("set-priority", "impact", 1, "request.wrong-value"),
          Arguments.of("wait", "waitingFor", "GODOT", "incident.unknown-waitingFor"),
          Arguments.of("wait", "waitingFor", null, "request.missing"),
          Arguments.of("hand-over", "group", "nobody", "incident.unknown-group"),
          Arguments.of("hand-over", "group", "customers", "incident.unknown-group"),
          Arguments.of("hand-over", "reason", "\u0000", "request.control-character"),
          Arguments.of("cancel", "reason", "", "request.missing"),
          Arguments.of("cancel", "reason", List.of("a"), "request.wrong-value"),
          Arguments.of("cancel", "reason", "x".repeat(100_000), "request.too-long"),
          Arguments.of("resume", "now", "yes", "request.unknown-field"),
          Arguments.of("confirm", "solved", "yes", "request.unknown-field"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nameFieldAndFault(String action, String field, Object value, String key) {
      Map<String, Object> values = new HashMap<>(valid(action));
      values.put(field, value);
      var record = agent.incident(number).body().path("status");
      var before = written();
      isRefused(agent.act(number, action, values), 400, key, field);
      assertThat(written()).isEqualTo(before);
      assertThat(agent.incident(number).body().path("status")).isEqualTo(record);
    }

    private static Map<String, Object> valid(String action) {
      return switch (action) {
        case "set-priority" -> Map.of("impact", "HIGH", "urgency", "HIGH");
        case "wait" -> Map.of("waitingFor", "CUSTOMER");
        case "hand-over" -> Map.of("group", "third-level");
        case "cancel", "reopen" -> Map.of("reason", "Because");
        default -> Map.of();
      };
    }

    @ParameterizedTest
    @ValueSource(strings = {"INC-0", "inc-000001", "SR-000001", "..%2F..%2Fetc", "%25", "'"})
    void needARecord(String other) {
      var answer = agent.act(other, "cancel", Map.of("reason", "Because"));
      assertThat(answer.status()).isIn(400, 404);
      assertThat(answer.text()).doesNotContain("Exception", "java.", "org.");
    }
  }

  @Nested
  class WorkingTime {

    private static final String DESK =
        "{\"zone\": \"UTC\", \"hours\": {\"MON\": [\"09:00-17:00\"]}}";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "+1000000000-12-31T23:59:59Z | sla.date-out-of-range",
          "+999999999-12-31T23:59:59Z | sla.date-out-of-range",
          "-999999999-01-01T00:00:00Z | sla.date-out-of-range",
          "0001-01-01T00:00:00Z | sla.date-out-of-range",
          "9999-12-31T23:59:59Z | sla.date-out-of-range",
          "2026-02-30T09:00:00Z | sla.bad-instant",
          "2026-03-02 | sla.bad-instant",
          "yesterday | sla.bad-instant",
        })
    void isComputedForPossibleDatesOnly(String start, String key) {
      var due = Map.of("calendar", "office-hours", "start", start, "target", "PT1H");
      isRefused(agent.post("/api/sla/due-date", due), 400, key, "start");
      var elapsed =
          Map.of("calendar", "office-hours", "start", start, "end", "2026-03-02T09:00:00Z");
      isRefused(agent.post("/api/sla/elapsed", elapsed), 400, key, "start");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"zone\":\"UTC\",\"hours\":{}} | calendar.no-working-minute",
          "{\"zone\":\"UTC\",\"hours\":{\"MON\":[]}} | calendar.no-working-minute",
          "{\"zone\":\"Mars/Base\",\"hours\":{\"MON\":[\"09:00-17:00\"]}} | calendar.unknown-zone",
          "{\"hours\":{\"MON\":[\"09:00-17:00\"]}} | calendar.missing-zone",
          "{\"zone\":\"UTC\",\"hours\":{\"MON\":[\"09:00-12:00\",\"11:00-17:00\"]}} | calendar.overlapping-windows",
          "{\"zone\":\"UTC\",\"hours\":{\"MON\":[\"17:00-09:00\"]}} | calendar.window-ends-before-start",
          "{\"zone\":\"UTC\",\"hours\":{\"XXX\":[\"09:00-17:00\"]}} | calendar.unknown-weekday",
          "\"no-such\" | calendar.unknown",
        })
    void needsACalendarThatWorks(String calendar, String key) {
      var answer =
          agent.post(
              "/api/sla/due-date",
              "{\"start\":\"2026-03-02T09:00:00Z\",\"target\":\"PT1H\",\"calendar\":"
                  + calendar
                  + "}");
      isRefused(answer, 400, key, answer.field());
      assertThat(answer.field()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
      "PT0S, sla.target-not-positive",
      "-PT1H, sla.target-not-positive",
      "P1D, sla.days-ambiguous",
      "soon, sla.bad-duration",
      "PT99999999999H, sla.due-too-far"
    })
    void needsATargetThatCanBeMet(String target, String key) {
      var answer =
          agent.post(
              "/api/sla/due-date",
              "{\"start\":\"2026-03-02T09:00:00Z\",\"target\":\""
                  + target
                  + "\",\"calendar\":"
                  + DESK
                  + "}");
      isRefused(answer, 400, key, "target");
    }
  }

  @Nested
  class Pages {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/incidents?page=-1",
          "/incidents?size=many",
          "/incidents?sort=nothing",
          "/incidents?status=OPEN",
          "/incidents?text=%00",
          "/incidents/INC-999999",
          "/incidents/INC-000001/clocks/nothing"
        })
    void tellWhatIsWrongInWords(String page) {
      var browser = Visitor.browser(port);
      browser.logIn("agent", "agent");
      var answer = browser.get(page);
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 404);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(answer.body())
          .doesNotContain("java.", "org.springframework", "org.itsmsuite", "Exception");
    }
  }
}
