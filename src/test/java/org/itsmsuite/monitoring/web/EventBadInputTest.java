package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent as an event: a clear refusal with key and place, and nothing written. */
@DemoSuite
class EventBadInputTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired java.time.Clock time;
  private Program agent;
  private Map<String, Object> event;

  @BeforeEach
  void anEventThatIsFine() {
    agent = Program.of(port, "agent");
    event = new Events(port).event("CRITICAL");
    event.put("occurredAt", time.instant().toString());
  }

  private List<Long> written() {
    return Stream.of(
            "itsm.incident",
            "itsm.monitoring_event",
            "itsm.monitoring_alarm",
            "itsm.ledger_entry",
            "itsm.notification",
            "ACT_RU_EXECUTION")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  private void isRefused(Object body, String key, String field) {
    var before = written();
    Answer answer = agent.post("/api/events", body);
    assertThat(answer.refusal()).as(answer.text()).isEqualTo("400 " + key);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.at("detail")).isNotBlank().hasSizeLessThan(1_000);
    assertThat(answer.text()).doesNotContain("org.", "java.", "Exception", "SQL");
    assertThat(answer.field()).isEqualTo(field);
    assertThat(written()).isEqualTo(before);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("source", null, "request.missing"),
        Arguments.of("source", "  ", "request.missing"),
        Arguments.of("source", "x".repeat(101), "request.too-long"),
        Arguments.of("source", "two\nlines", "request.control-character"),
        Arguments.of("eventId", null, "request.missing"),
        Arguments.of("eventId", "x".repeat(201), "request.too-long"),
        Arguments.of("eventId", 4711, "request.wrong-value"),
        Arguments.of("eventId", "null\u0000byte", "request.control-character"),
        Arguments.of("service", null, "request.missing"),
        Arguments.of("service", "no-such-service", "incident.unknown-service"),
        Arguments.of("service", "' or 1=1 --", "incident.unknown-service"),
        Arguments.of("service", "x".repeat(101), "request.too-long"),
        Arguments.of("configurationItem", "x".repeat(201), "request.too-long"),
        Arguments.of("configurationItem", List.of("a"), "request.wrong-value"),
        Arguments.of("title", null, "request.missing"),
        Arguments.of("title", "x".repeat(201), "request.too-long"),
        Arguments.of("title", "x".repeat(90_000), "request.too-long"),
        Arguments.of("title", "half \ud83d pair", "request.control-character"),
        Arguments.of("severity", null, "request.missing"),
        Arguments.of("severity", "x".repeat(51), "request.too-long"),
        Arguments.of("severity", "CRIT\u0007ICAL", "request.control-character"),
        Arguments.of("severity", 5, "request.wrong-value"),
        Arguments.of("severity", Map.of("level", 5), "request.wrong-value"),
        Arguments.of("occurredAt", null, "request.missing"),
        Arguments.of("occurredAt", 1_772_438_400, "request.wrong-value"),
        Arguments.of("occurredAt", "yesterday", "monitoring.bad-instant"),
        Arguments.of("occurredAt", "2026-03-02", "monitoring.bad-instant"),
        Arguments.of("occurredAt", "2026-03-02T09:00:00", "monitoring.bad-instant"),
        Arguments.of("occurredAt", "2026-02-30T09:00:00Z", "monitoring.bad-instant"),
        Arguments.of("occurredAt", "+1000000000-12-31T00:00:00Z", "monitoring.bad-instant"),
        Arguments.of("occurredAt", "+999999999-12-31T00:00:00Z", "monitoring.occurred-in-future"),
        Arguments.of("occurredAt", "-999999999-01-01T00:00:00Z", "monitoring.occurred-too-early"),
        Arguments.of("occurredAt", "1970-01-01T00:00:00Z", "monitoring.occurred-too-early"),
        Arguments.of("ocurredAt", "2026-03-02T09:00:00Z", "request.unknown-field"),
        Arguments.of("priority", "P1", "request.unknown-field"),
        Arguments.of("number", "INC-000001", "request.unknown-field"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesFieldAndFault(String field, Object value, String key) {
    event.put(field, value);
    isRefused(event, key, field);
  }

  @Test
  void namesEveryFaultAtOnce() {
    event.put("source", "");
    event.put("severity", "\u0001");
    event.put("occurredAt", "soon");
    var answer = agent.post("/api/events", event);
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("source", "severity", "occurredAt");
  }

  @Test
  void letsASendersClockBeAheadOfOursALittle() {
    event.put("occurredAt", time.instant().plusSeconds(290).toString());
    assertThat(agent.post("/api/events", event).status()).isEqualTo(201);
  }

  @Test
  void refusesWhatLiesFurtherInTheFuture() {
    event.put("occurredAt", time.instant().plusSeconds(330).toString());
    isRefused(event, "monitoring.occurred-in-future", "occurredAt");
  }

  @Test
  void takesAnInstantWithAnOffset() {
    event.put("occurredAt", "2026-03-02T09:00:00+01:00");
    assertThat(agent.post("/api/events", event).at("firstOccurredAt"))
        .isEqualTo("2026-03-02T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"source\": | request.malformed-json",
        "{\"source\":\"a\",\"source\":\"b\"} | request.malformed-json",
        "{} {} | request.malformed-json",
        "[] | request.wrong-value",
        "null | request.missing-body",
        "`` | request.missing-body",
      })
  void mustBeOneJsonObject(String body, String key) {
    isRefused(body, key, null);
  }

  @Test
  void mayNotBeLargerThanOtherBodies() {
    event.put("title", "x".repeat(200_000));
    assertThat(agent.post("/api/events", event).refusal()).isEqualTo("413 request.too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "{{number}}", "' or '1'='1", "${1+1}", "%00"})
  void textStaysText(String text) {
    event.put("title", text);
    event.put("configurationItem", text);
    event.put("severity", text);
    event.put("source", text + UUID.randomUUID());
    var answer = agent.post("/api/events", event);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(agent.get(answer.location()).at("title")).isEqualTo(text);
    var kept = agent.get("/api/events?record=" + answer.at("number"));
    assertThat(kept.at("/content/0/severity")).isEqualTo(text);
    assertThat(kept.at("/content/0/configurationItem")).isEqualTo(text);
  }
}
