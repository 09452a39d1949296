package org.itsmsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.security.web.SecurityTeam.complete;
import static org.itsmsuite.security.web.SecurityTeam.review;
import static org.itsmsuite.security.web.SecurityTeam.threat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The security team's work through pages and the engine's own REST API. */
@DemoSuite
class SecurityWorkTest {

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
      assertThat(own.text()).contains("duties.conflict");

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
              "within 72 h",
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
