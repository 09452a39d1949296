package org.itsmsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.security.web.SecurityTeam.complete;
import static org.itsmsuite.security.web.SecurityTeam.event;
import static org.itsmsuite.security.web.SecurityTeam.review;
import static org.itsmsuite.security.web.SecurityTeam.threat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.security.SecurityIncidents;
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

/** The security team's work through API, pages and the engine's own REST API. */
@DemoSuite
class SecurityWorkTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @LocalServerPort int port;
  @Autowired SecurityIncidents incidents;
  @Autowired Incidents allIncidents;
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
    @CsvSource({"agent", "requester", "incident-manager", "auditor", "admin", "top-manager"})
    void isForTheSecurityTeamOnly(String account) {
      assertThat(team.as(account).post("/api/security-incidents", event()).refusal())
          .isEqualTo("403 security.report-not-allowed");
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
  class FromTheEventToTheReview {

    @Test
    void theTeamContainsItAndSomebodyNamedReviewsIt() {
      String number = team.raised();
      team.assess(number);
      var assessed = team.seen(number);
      assertThat(assessed.at("priority")).isEqualTo("P2");
      assertThat(assessed.at("risk")).isEqualTo("HIGH");
      assertThat(assessed.at("confidentiality")).isEqualTo("HIGH");
      assertThat(assessed.at("accessibility")).isEqualTo("NONE");
      assertThat(assessed.at("accountability")).isEqualTo("true");
      assertThat(names(assessed.body())).doesNotContain("availability");
      assertThat(assessed.body().path("deadlines").findValuesAsText("stage"))
          .contains("CONTAIN", "NOTIFY");

      team.done(
          team.officer,
          number,
          "userTask_containSecurityIncident",
          Map.of("result", "CONTAINED", "resolution", "Collected and shredded"));
      team.done(
          team.officer,
          number,
          "userTask_notifyOutside",
          Map.of("result", "NOTIFIED", "notification", "The authority, by letter"));
      assertThat(team.seen(number).at("status")).isEqualTo("RESOLVED");

      String task = team.task(team.officer, number, "userTask_reviewSecurityIncident");
      var own = complete(team.officer, task, review());
      assertThat(own.status()).isEqualTo(403);
      assertThat(own.text()).contains("security.own-containment");

      assertThat(
              team.officer
                  .act(number, "name-person", Map.of("account", "incident-manager"))
                  .status())
          .isEqualTo(200);
      team.done(team.as("incident-manager"), number, "userTask_reviewSecurityIncident", review());
      var closed = team.seen(number);
      assertThat(closed.at("status")).isEqualTo("CLOSED");
      assertThat(closed.at("/review/kind")).isEqualTo("DISCLOSURE");
      assertThat(team.officer.get("/api/records/" + number + "/timeline").text())
          .contains("security.reviewed", "security.messageLeft", "I-03");
    }

    @Test
    void formsShowTheFactsAndRefuseWhatDoesNotFit() {
      String number = team.raised();
      String task = team.task(team.officer, number, "userTask_assessSecurityEvent");
      assertThat(team.officer.get(task + "/form-variables").at("/title/value"))
          .isEqualTo(SecurityTeam.TITLE);

      var without = threat();
      without.remove("confidentiality");
      var answer = complete(team.officer, task, without);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().findValuesAsText("key")).contains("form.required");

      var availability = threat();
      availability.put("availability", "HIGH");
      assertThat(complete(team.officer, task, availability).body().findValuesAsText("key"))
          .contains("form.extra-variable");
      assertThat(team.seen(number).at("status")).isEqualTo("NEW");
    }

    @Test
    void newFindingsAreTakenUpAtAnyTime() {
      String number = team.raised();
      assertThat(team.officer.act(number, "assess-again", Map.of("reason", "More")).refusal())
          .isEqualTo("409 security.action-not-possible");
      team.assess(number);

      assertThat(team.officer.act(number, "assess-again", Map.of("reason", "More")).status())
          .isEqualTo(200);
      team.task(team.officer, number, "userTask_assessSecurityEvent");
      assertThat(team.seen(number).body().path("deadlines").findValuesAsText("state"))
          .contains("CANCELLED");
    }
  }

  @Nested
  class BesideAnIncident {

    private String beside(String incident) {
      return incidents
          .take(allIncidents.find(incident), "incident.securitySuspected")
          .orElseThrow();
    }

    @Test
    void bothShareAThreadAndAreLinked() {
      String incident = reported(team.as("requester"), report("title", "A strange mail"));
      String number = beside(incident);

      var security = team.seen(number);
      assertThat(security.at("title")).isEqualTo("A strange mail");
      assertThat(security.at("/links/0/type")).isEqualTo("SERVICE_EFFECT");
      assertThat(security.at("/links/0/number")).isEqualTo(incident);
      assertThat(security.at("thread")).isEqualTo(team.officer.incident(incident).at("thread"));
      for (String record : List.of(number, incident)) {
        assertThat(
                team.officer
                    .get("/api/records/" + record + "/thread")
                    .body()
                    .findValuesAsText("number"))
            .containsExactlyInAnyOrder(incident, number);
      }
      assertThat(
              team.as("requester")
                  .get("/api/records/" + incident + "/thread")
                  .body()
                  .findValuesAsText("number"))
          .containsExactly(incident);
    }

    @Test
    void theIncidentsPageNamesItToThoseItConcerns() {
      String incident = reported(team.as("requester"), report());
      String number = beside(incident);

      assertThat(page("security-officer", "/incidents/" + incident)).contains(number);
      assertThat(page("requester", "/incidents/" + incident)).doesNotContain("SEC-");
    }

    @Test
    void severalIncidentsAreEventsOfOne() {
      String one = beside(reported(team.as("requester"), report()));
      String incident = reported(team.as("requester"), report());
      String two = beside(incident);

      var answer = team.officer.act(two, "group-under", Map.of("number", one));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.at("status")).isEqualTo("CLOSED");
      assertThat(answer.body().path("links").findValuesAsText("type")).contains("GROUPED_UNDER");
      assertThat(team.seen(one).body().path("links").findValuesAsText("number"))
          .hasSize(3)
          .contains(incident, two);
    }

    @Test
    void aServiceThatFailsIsReportedInTheSameThread() {
      String number = team.raised();
      team.assess(number);
      Map<String, Object> affected =
          Map.of(
              "result", "SERVICE_AFFECTED",
              "serviceTitle", "Payslips cannot be printed",
              "kind", "INTERRUPTION",
              "impact", "MEDIUM",
              "urgency", "HIGH");
      team.done(team.officer, number, "userTask_containSecurityIncident", affected);

      String incident = team.seen(number).at("/links/0/number");
      assertThat(incident).startsWith("INC-");
      var reported = team.officer.incident(incident);
      assertThat(reported.at("title")).isEqualTo("Payslips cannot be printed");
      assertThat(reported.at("security")).isEqualTo("true");
      assertThat(reported.at("service")).isEqualTo("payroll");
      assertThat(reported.at("thread")).isEqualTo(team.seen(number).at("thread"));
      assertThat(reported.text()).doesNotContain(SecurityTeam.TITLE);
      assertThat(team.officer.get("/api/records/" + number + "/timeline").text())
          .contains("I-23", incident);

      var second =
          complete(
              team.officer,
              team.task(team.officer, number, "userTask_containSecurityIncident"),
              affected);
      assertThat(second.text()).contains("security.already-being-restored");
      assertThat(team.seen(number).body().path("links")).hasSize(1);
    }
  }

  @Nested
  class Actions {

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

  @Nested
  class Pages {

    @Test
    void showTheRecordWithItsDeadlinesAndTasks() {
      ClockUtil.reset();
      String number = team.raised();
      team.assess(number);
      String page = page("security-officer", "/security-incidents/" + number);

      assertThat(page)
          .contains(
              SecurityTeam.TITLE,
              "Deadlines",
              "within PT72H",
              "Contain and remove the cause: " + number,
              "Confidentiality",
              "Accessibility",
              "accountability",
              "group:security-team",
              "Name a person whom it concerns",
              "data-bpmn")
          .doesNotContainIgnoringCase("availability");
      assertThat(page("security-officer", "/security-incidents/" + number + "/diagram.bpmn"))
          .contains("userTask_containSecurityIncident");
      assertThat(page("security-officer", "/security-incidents")).contains(number);
      assertThat(page("security-officer", "/security-view")).contains(number);
    }

    @Test
    void showAClosedRecord() {
      String number = team.raised();
      team.resolve(number);
      team.officer.act(number, "name-person", Map.of("account", "incident-manager"));
      team.done(team.as("incident-manager"), number, "userTask_reviewSecurityIncident", review());

      assertThat(page("security-officer", "/security-incidents/" + number))
          .contains("Closed", "Printers ask for a badge", "The authority, by letter");
    }

    @Test
    void takeAnEventAndActions() {
      var browser = browser("security-officer");
      var raised =
          browser.form(
              "/security-incidents/raise",
              Map.of(
                  "title", "By page",
                  "service", "payroll",
                  "reportedAt", "2026-03-02T08:30"));
      assertThat(raised.statusCode()).isEqualTo(302);
      String address = raised.headers().firstValue("Location").orElseThrow();
      address = address.substring(address.indexOf("/security-incidents"));
      assertThat(browser.get(address).body()).contains("By page", "2026-03-02 08:30");

      browser.form(address, Map.of());
      var number = address.replace("/security-incidents/", "");
      var token = browser.get(address).body();
      assertThat(token).contains("_csrf");
      var bad = browser.form("/security-incidents/raise", Map.of("title", "", "service", ""));
      assertThat(bad.statusCode()).isEqualTo(200);
      assertThat(bad.body()).contains("Nothing was recorded yet", "It is required.");
      assertThat(number).startsWith("SEC-");
    }

    @Test
    void linkFromMessagesToTheRecord() {
      String number = team.raised();
      var answer = browser("security-officer").get("/records/" + number);

      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .endsWith("/security-incidents/" + number);
    }
  }

  private Visitor browser(String account) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser;
  }

  private String page(String account, String address) {
    var answer = browser(account).get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
