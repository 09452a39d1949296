package org.itsmsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.security.web.SecurityTeam.complete;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A security incident and the incident beside it, from one to the other and back. */
@DemoSuite
class BesideAnIncidentTest {

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
  class BesideAnIncident {

    private String suspicious() {
      return reported(team.as("requester"), report("security", true));
    }

    private String beside(String incident) {
      var seen = team.officer.incident(incident);
      assertThat(seen.at("/links/0/type")).as(seen.text()).isEqualTo("SECURITY_INCIDENT");
      return seen.at("/links/0/number");
    }

    @Test
    void aSuspicionStartsOneInTheSameThread() {
      String incident = suspicious();
      String number = beside(incident);

      var security = team.seen(number);
      assertThat(security.at("title")).isEqualTo("E-mail does not arrive");
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
    }

    @Test
    void theReporterAndThoseWhoRestoreTheServiceNeverHearOfIt() {
      String incident = suspicious();
      String number = beside(incident);

      team.officer.act(incident, "hand-over", Map.of("group", "second-level"));
      for (String account : List.of("requester", "specialist")) {
        Program who = team.as(account);
        assertThat(who.incident(incident).status()).isEqualTo(200);
        assertThat(who.incident(incident).body().path("links")).isEmpty();
        for (String address : List.of("thread", "timeline")) {
          var answer = who.get("/api/records/" + incident + "/" + address);
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.text()).doesNotContain("SEC-");
        }
        assertThat(page(account, "/incidents/" + incident)).doesNotContain("SEC-");
        assertThat(who.get("/api/security-incidents/" + number).status()).isEqualTo(404);
      }
      assertThat(page("security-officer", "/incidents/" + incident))
          .contains("href=\"/records/" + number);
    }

    @Test
    void triageMayFindIt() {
      String incident = reported(team.as("requester"), report());
      Program agent = team.as("agent");
      team.done(
          agent,
          incident,
          "userTask_triageIncident",
          Map.of(
              "mechanism", "SECURITY_INCIDENT",
              "category", "other",
              "impact", "MEDIUM",
              "urgency", "MEDIUM"));

      String number = beside(incident);
      assertThat(team.seen(number).at("reportedAt"))
          .isEqualTo(team.officer.incident(incident).at("openedAt"));
      assertThat(team.as("engineer").incident(incident).status()).isEqualTo(404);
    }

    @Test
    void theTeamLiftsTheRestrictionOfAFalseAlarm() {
      String incident = suspicious();
      String number = beside(incident);
      team.done(
          team.officer,
          number,
          "userTask_assessSecurityEvent",
          Map.of("finding", "NO_SECURITY_INCIDENT", "reason", "Our own test mail"));
      assertThat(team.as("engineer").incident(incident).status()).isEqualTo(404);
      var browser = Visitor.browser(port);
      browser.logIn("security-officer", "security-officer");
      assertThat(browser.get("/security-incidents/" + number).body())
          .contains("Lift the restriction of the incident beside it");

      var lifted =
          team.officer.act(number, "lift-restriction", Map.of("reason", "Our own test mail"));
      assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);
      assertThat(team.as("engineer").incident(incident).status()).isEqualTo(200);
      assertThat(team.as("engineer").get("/api/records/" + incident + "/timeline").text())
          .contains("security.restrictionLifted")
          .doesNotContain("SEC-", "test mail");
      assertThat(team.as("engineer").get("/api/security-incidents/" + number).status())
          .isEqualTo(404);
    }

    @Test
    void theTeamDoesNotLiftItBeforeItHasLooked() {
      String incident = suspicious();
      String number = beside(incident);

      assertThat(
              team.officer
                  .act(number, "lift-restriction", Map.of("reason", "Surely ours"))
                  .refusal())
          .isEqualTo("409 security.not-assessed");
      assertThat(team.as("engineer").incident(incident).status()).isEqualTo(404);
    }

    private List<String> taskNames(String account, String number) {
      return team.as(account)
          .get("/engine-rest/task?processInstanceBusinessKey=" + number)
          .body()
          .findValuesAsText("name");
    }

    @Test
    void itsTaskTellsTheTitleAgainToThoseWhoMayWorkOnItOnceTheRestrictionIsLifted() {
      String incident = reported(team.as("requester"), report("title", "Odd mail & <b>odd</b>"));
      String whole = "Triage incident: P3 " + incident + " Odd mail & <b>odd</b>";
      assertThat(taskNames("agent", incident)).containsExactly(whole);
      team.as("agent").act(incident, "take", Map.of());
      var restricted =
          team.as("agent")
              .act(
                  incident,
                  "reclassify",
                  Map.of("mechanism", "SECURITY_INCIDENT", "reason", "It asks for passwords"));
      assertThat(restricted.status()).as(restricted.text()).isIn(200, 404);
      for (String account : List.of("agent", "auditor")) {
        assertThat(taskNames(account, incident))
            .as(account)
            .containsExactly("Triage incident: P3 " + incident);
      }
      assertThat(taskNames("engineer", incident)).isEmpty();

      team.done(
          team.officer,
          beside(incident),
          "userTask_assessSecurityEvent",
          Map.of("finding", "NO_SECURITY_INCIDENT", "reason", "Our own test mail"));
      var lifted = team.officer.act(beside(incident), "lift-restriction", Map.of("reason", "Ours"));
      assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);

      assertThat(taskNames("agent", incident)).containsExactly(whole);
      assertThat(taskNames("auditor", incident)).containsExactly(whole);
      assertThat(page("agent", "/incidents/" + incident)).contains("Odd mail &amp; &lt;b&gt;odd");
      assertThat(taskNames("engineer", incident)).as("not offered to them").isEmpty();
      assertThat(
              team.as("auditor")
                  .get("/engine-rest/history/task?processInstanceBusinessKey=" + incident)
                  .body()
                  .findValuesAsText("name"))
          .as("where titles would stay")
          .containsExactly("Triage incident");
    }

    @Test
    void severalIncidentsAreEventsOfOne() {
      String one = beside(suspicious());
      String incident = suspicious();
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
      assertThat(reported.at("/links/0/number")).isEqualTo(number);
      assertThat(
              team.officer
                  .get("/api/records/" + number + "/thread")
                  .body()
                  .findValuesAsText("number"))
          .containsExactlyInAnyOrder(number, incident);
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
}
