package org.itsmsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.security.web.SecurityTeam.event;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raising security events, acting on security incidents and listing them, over the API. */
@DemoSuite
class SecurityRaisingTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private SecurityTeam team;

  @BeforeEach
  void itIsMondayNine() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    team = new SecurityTeam(port);
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  @Nested
  class Raising {

    @Test
    void answersWithTheRecordAndItsAddress() {
      var answer = team.officer.post("/api/security-incidents", event());

      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.at("number")).matches("SEC-\\d{6}");
      assertThat(answer.location()).isEqualTo("/api/security-incidents/" + answer.at("number"));
      assertThat(team.officer.get(answer.location()).body()).isEqualTo(answer.body());
      assertThat(answer.at("status")).isEqualTo("NEW");
      assertThat(answer.at("reportedAt")).isEqualTo("2026-03-02T08:00:00Z");
      assertThat(answer.at("/deadlines/0/stage")).isEqualTo("ASSESS");
      assertThat(answer.at("/deadlines/0/dueAt")).isEqualTo("2026-03-02T09:00:00Z");
      assertThat(answer.at("/concerned/0")).isEqualTo("group:security-team");
      assertThat(answer.at("/process/key")).isEqualTo("security-incident");
    }

    @Test
    void theSameKeyGivesTheSameRecord() {
      String key = UUID.randomUUID().toString();
      var first = team.officer.post("/api/security-incidents", event(), "Idempotency-Key", key);
      var second = team.officer.post("/api/security-incidents", event(), "Idempotency-Key", key);

      assertThat(second.at("number")).isEqualTo(first.at("number"));
    }

    @Test
    void takesTheInstantItWasReported() {
      var answer =
          team.officer.post("/api/security-incidents", event("reportedAt", "2026-02-27T15:00:00Z"));

      assertThat(answer.at("reportedAt")).isEqualTo("2026-02-27T15:00:00Z");
      assertThat(answer.at("openedAt")).isEqualTo("2026-03-02T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"agent", "requester", "incident-manager", "admin", "top-manager"})
    void isForTheSecurityTeamOnly(String account) {
      assertThat(team.as(account).post("/api/security-incidents", event()).refusal())
          .isEqualTo("403 login.forbidden");
    }

    static Stream<Arguments> badInput() {
      return Stream.of(
          Arguments.of("title", null, "request.missing"),
          Arguments.of("title", " ", "request.missing"),
          Arguments.of("title", "x".repeat(201), "request.too-long"),
          Arguments.of("title", "a\u0000b", "request.control-character"),
          Arguments.of("description", "x".repeat(10_001), "request.too-long"),
          Arguments.of("service", null, "request.missing"),
          Arguments.of("service", "no-such", "security.unknown-service"),
          Arguments.of("customer", "no-such", "security.unknown-customer"),
          Arguments.of("customer", "south-office", "security.unknown-customer"),
          Arguments.of("reportedAt", "yesterday", "request.wrong-value"),
          Arguments.of("reportedAt", "2026-03-02T08:00:01Z", "security.reported-in-future"),
          Arguments.of("reportedAt", "0001-01-01T00:00:00Z", "sla.date-out-of-range"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void refusesBadInputAndWritesNothing(String field, String value, String key) {
      var before = written();
      var answer = team.officer.post("/api/security-incidents", event(field, value));

      assertThat(answer.refusal()).as(answer.text()).isEqualTo("400 " + key);
      assertThat(answer.field()).isEqualTo(field);
      assertThat(answer.text()).doesNotContain("java.", "Exception", "org.");
      assertThat(written()).isEqualTo(before);
    }

    @Test
    void tellsAMisspeltField() {
      assertThat(team.officer.post("/api/security-incidents", event("titel", "x")).status())
          .isEqualTo(400);
    }

    private List<Long> written() {
      return Stream.of(
              "itsm.security_incident",
              "itsm.restricted_record",
              "itsm.record_concerned",
              "itsm.ledger_entry",
              "itsm.notification",
              "ACT_RU_EXECUTION")
          .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
          .toList();
    }
  }

  @Nested
  class Actions {

    @Test
    void offerToLiftARestrictionOnlyWhereAnIncidentHasOne() {
      String number = team.raised();
      team.done(
          team.officer,
          number,
          "userTask_assessSecurityEvent",
          Map.of("finding", "NO_SECURITY_INCIDENT", "reason", "Our own test"));
      var browser = Visitor.browser(port);
      browser.logIn("security-officer", "security-officer");

      assertThat(browser.get("/security-incidents/" + number).body())
          .contains("Name a person whom it concerns")
          .doesNotContain("Lift the restriction");
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
      String number = team.raised();

      assertThat(team.officer.act(number, "merge", Map.of()).refusal())
          .isEqualTo("404 security.unknown-action");
      var misspelt = team.officer.act(number, "name-person", Map.of("acount", "agent"));
      assertThat(misspelt.refusal()).isEqualTo("400 request.unknown-field");
      assertThat(team.officer.act(number, "name-person", Map.of()).refusal())
          .isEqualTo("400 request.missing");
      assertThat(team.officer.act(number, "name-person", Map.of("account", "nobody")).refusal())
          .isEqualTo("400 security.unknown-person");
      assertThat(team.officer.act(number, "name-group", Map.of("group", "agents")).refusal())
          .isEqualTo("400 security.unknown-group");
      assertThat(team.officer.act(number, "lift-restriction", Map.of("reason", "x")).refusal())
          .isEqualTo("409 security.nothing-restricted");
      assertThat(team.officer.act(number, "lift-restriction", Map.of()).refusal())
          .isEqualTo("400 request.missing");
      assertThat(team.officer.act(number, "group-under", Map.of("number", number)).refusal())
          .isEqualTo("400 security.same-as-itself");
      assertThat(team.officer.act(number, "group-under", Map.of("number", "SEC-999999")).refusal())
          .isEqualTo("404 security-incident.not-found");
      assertThat(team.officer.act(number, "group-under", Map.of("number", "' or 1=1 --")).refusal())
          .isEqualTo("404 security-incident.not-found");
      assertThat(team.seen(number).at("status")).isEqualTo("NEW");
    }
  }

  @Nested
  class Lists {

    @Test
    void areNewestFirstFilteredAndPaged() {
      // Later than whatever other tests have raised.
      ClockUtil.setCurrentTime(Date.from(Instant.parse("2100-01-01T08:00:00Z")));
      String one = team.raised();
      ClockUtil.setCurrentTime(Date.from(Instant.parse("2100-01-01T08:01:00Z")));
      String two = team.raised();

      assertThat(listed("?size=2")).containsExactly(two, one);
      assertThat(listed("?size=1&page=1")).containsExactly(one);
      assertThat(listed("?status=CLOSED&size=100")).doesNotContain(one, two);
      assertThat(listed("?status=NEW,IN_PROGRESS&size=100")).contains(one, two);
      var page = team.officer.get("/api/security-incidents?size=1&page=1").body().path("page");
      assertThat(page.path("number").asInt()).isEqualTo(1);
      assertThat(page.path("totalElements").asInt()).isGreaterThanOrEqualTo(2);
    }

    private List<String> listed(String query) {
      return team
          .officer
          .get("/api/security-incidents" + query)
          .body()
          .path("content")
          .findValuesAsText("number")
          .stream()
          .filter(one -> one.startsWith("SEC-"))
          .toList();
    }

    @ParameterizedTest
    @CsvSource({
      "?status=OPEN, security.unknown-status",
      "?size=0, request.out-of-range",
      "?size=101, request.out-of-range",
      "?page=-1, request.out-of-range",
      "?page=x, request.wrong-value"
    })
    void refuseWhatTheyDoNotKnow(String query, String key) {
      assertThat(team.officer.get("/api/security-incidents" + query).refusal())
          .isEqualTo("400 " + key);
    }
  }
}
