package org.itsmsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.List;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A security incident is there for those it concerns; for others it is not there at all. */
@DemoSuite
class SecurityVisibilityTest {

  private static final String ABSENT = "SEC-999999";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private SecurityTeam team;
  private String number;

  @BeforeEach
  void aSecurityIncident() {
    team = new SecurityTeam(port);
    number = team.raised();
  }

  private Visitor browser(String account) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser;
  }

  private static String comparable(String text, String record) {
    return text.replace(record, "NUMBER").replaceAll("value=\"[^\"]*\"", "");
  }

  @Nested
  class ForOthers {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "agent",
          "specialist",
          "requester",
          "customer-contact",
          "supplier-1",
          "incident-manager",
          "process-owner",
          "top-manager",
          "admin"
        })
    void itLooksAbsentAtEveryAddress(String account) {
      var program = Visitor.program(port, account);
      for (String address :
          List.of(
              "/api/security-incidents/%s", "/api/records/%s/timeline", "/api/records/%s/thread")) {
        var hidden = program.get(address.formatted(number));
        var absent = program.get(address.formatted(ABSENT));
        assertThat(hidden.statusCode()).as(address).isEqualTo(404);
        assertThat(comparable(hidden.body(), number)).isEqualTo(comparable(absent.body(), ABSENT));
      }
      var browser = browser(account);
      for (String address :
          List.of("/security-incidents/%s", "/security-incidents/%s/diagram.bpmn")) {
        var hidden = browser.get(address.formatted(number));
        var absent = browser.get(address.formatted(ABSENT));
        assertThat(hidden.statusCode()).as(address).isEqualTo(404);
        assertThat(comparable(hidden.body(), number)).isEqualTo(comparable(absent.body(), ABSENT));
        assertThat(hidden.body()).doesNotContain(SecurityTeam.TITLE);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "requester", "incident-manager", "admin"})
    void itCannotBeActedOn(String account) {
      Program program = team.as(account);
      for (String action : List.of("name-person", "lift-restriction", "group-under", "cancel")) {
        var values = Map.of("account", account, "reason", "Because", "number", number);
        var hidden = program.act(number, action, values);
        var absent = program.act(ABSENT, action, values);
        assertThat(hidden.status()).as(action).isEqualTo(404);
        assertThat(hidden.text().replace(number, "N"))
            .isEqualTo(absent.text().replace(ABSENT, "N"));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "requester", "incident-manager", "top-manager", "admin"})
    void noListAndNoCountKnowsOfIt(String account) {
      var before = team.as(account).get("/api/security-incidents?size=100");
      String another = team.raised();
      var after = team.as(account).get("/api/security-incidents?size=100");
      assertThat(after.status()).isEqualTo(200);
      assertThat(after.text()).isEqualTo(before.text()).doesNotContain(number, another);
      assertThat(team.as(account).get("/api/security-view").refusal())
          .isEqualTo("403 login.forbidden");
      var browser = browser(account);
      assertThat(browser.get("/security-incidents").body()).doesNotContain(number, another);
      assertThat(browser.get("/security-view").statusCode()).isEqualTo(403);
      assertThat(browser.get("/").body())
          .doesNotContain("SEC-", "Security incidents", "security-incidents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "incident-manager", "process-owner", "top-manager"})
    void theEngineShowsNeitherTaskNorInstance(String account) {
      Program program = team.as(account);
      for (String address :
          List.of(
              "/engine-rest/task?processInstanceBusinessKey=" + number,
              "/engine-rest/process-instance?businessKey=" + number,
              "/engine-rest/history/process-instance?processInstanceBusinessKey=" + number,
              "/engine-rest/history/task?processInstanceBusinessKey=" + number,
              "/engine-rest/task?processDefinitionKey=security-incident",
              "/engine-rest/process-instance?processDefinitionKey=security-incident")) {
        assertThat(program.get(address).body()).as(address).isEmpty();
      }
    }

    @Test
    void administratorsOfTheEngineReadNothingOfItsContent() {
      Program admin = team.as("admin");
      String task = team.task(team.officer, number, "userTask_assessSecurityEvent");

      assertThat(admin.get(task + "/form-variables").body()).isEmpty();
      assertThat(admin.get(task).text()).contains(number).doesNotContain(SecurityTeam.TITLE);
      var done = SecurityTeam.complete(admin, task, SecurityTeam.threat());
      assertThat(done.text()).contains("task.not-offered");
      var given = admin.post(task + "/assignee", Map.of("userId", "agent"));
      assertThat(given.status()).isNotEqualTo(204);
      assertThat(team.seen(number).at("status")).isEqualTo("NEW");
    }

    @Test
    void messagesAboutItCarryNumberAndLinkOnly() {
      team.assess(number);
      team.officer.act(number, "name-person", Map.of("account", "agent"));
      var told =
          jdbc.sql("select subject || body from itsm.notification where record = ?")
              .param(number)
              .query(String.class)
              .list();

      assertThat(told)
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .contains("/records/" + number)
                      .doesNotContain("salaries", "canteen", "payroll", "P2"));
    }
  }

  @Nested
  class Notes {

    @Test
    void areForTheTeamAndTellNobody() {
      var note = Map.of("text", "The list was from March", "visibility", "INTERNAL");
      int told = told();
      var written = team.officer.post("/api/records/" + number + "/messages", note);

      assertThat(written.status()).as(written.text()).isEqualTo(201);
      assertThat(team.officer.get("/api/records/" + number + "/timeline").text())
          .contains("conversation.noteWritten", "from March");
      assertThat(told()).isEqualTo(told);
      var message = Map.of("text", "Hello", "visibility", "REQUESTER");
      assertThat(team.officer.post("/api/records/" + number + "/messages", message).refusal())
          .isEqualTo("403 conversation.not-allowed");
      assertThat(team.as("agent").post("/api/records/" + number + "/messages", note).status())
          .isEqualTo(404);
    }

    private int told() {
      return jdbc.sql("select count(*) from itsm.notification where record = ?")
          .param(number)
          .query(Integer.class)
          .single();
    }
  }

  @Nested
  class ForThoseNamed {

    @Test
    void staffSeeAllOfItAndOnlyThat() {
      String other = team.raised();
      team.officer.act(number, "name-person", Map.of("account", "agent"));
      Program agent = team.as("agent");

      assertThat(agent.get("/api/security-incidents/" + number).at("description"))
          .isEqualTo("Found at noon");
      assertThat(agent.get("/api/security-incidents/" + other).status()).isEqualTo(404);
      assertThat(
              agent
                  .get("/api/security-incidents?size=100")
                  .body()
                  .path("content")
                  .findValuesAsText("number"))
          .contains(number)
          .doesNotContain(other);
      assertThat(agent.act(number, "name-person", Map.of("account", "requester")).refusal())
          .isEqualTo("403 security.action-not-allowed");
      assertThat(browser("agent").get("/security-incidents/" + number).body())
          .contains(SecurityTeam.TITLE)
          .doesNotContain("At any time");
    }

    @Test
    void aGroupIsNamedWithAllItsPeople() {
      team.officer.act(number, "name-group", Map.of("group", "third-level"));

      assertThat(team.as("engineer").get("/api/security-incidents/" + number).status())
          .isEqualTo(200);
      assertThat(team.as("agent").get("/api/security-incidents/" + number).status()).isEqualTo(404);
    }

    @Test
    void customersSeeThatThereIsOneAndWhereItStands() {
      team.assess(number);
      team.officer.act(number, "name-person", Map.of("account", "requester"));
      Program requester = team.as("requester");

      var body = requester.get("/api/security-incidents/" + number);
      assertThat(body.at("status")).isEqualTo("IN_PROGRESS");
      assertThat(body.text())
          .doesNotContain("Found at noon", "confidentiality", "security-officer", "CONTAIN");
      var timeline = requester.get("/api/records/" + number + "/timeline");
      assertThat(timeline.body().findValuesAsText("what")).containsExactly("security.raised");
      assertThat(timeline.text()).doesNotContain("security-officer", "Found at noon");
      var browser = browser("requester");
      assertThat(browser.get("/security-incidents/" + number).body())
          .contains(SecurityTeam.TITLE)
          .doesNotContain("Found at noon", "Confidentiality", "group:security-team");
      assertThat(browser.get("/security-incidents/" + number + "/diagram.bpmn").statusCode())
          .isEqualTo(404);
    }
  }

  @Nested
  class ForAuditors {

    @Test
    void everythingIsThereToReadAndNothingToDo() {
      Program auditor = team.as("auditor");

      assertThat(auditor.get("/api/security-incidents/" + number).at("description"))
          .isEqualTo("Found at noon");
      assertThat(auditor.get("/api/records/" + number + "/timeline").body()).isNotEmpty();
      assertThat(auditor.get("/api/security-view").status()).isEqualTo(200);
      assertThat(auditor.act(number, "name-person", Map.of("account", "agent")).refusal())
          .isEqualTo("403 audit.read-only");
      String task = team.task(team.officer, number, "userTask_assessSecurityEvent");
      assertThat(SecurityTeam.complete(auditor, task, SecurityTeam.threat()).status())
          .isEqualTo(403);
    }
  }

  @Nested
  class TheViewOfAllSecurityIncidents {

    @Test
    void holdsFlaggedIncidentsAndSecurityIncidents() {
      String flagged = reported(team.as("requester"), report("security", true));
      String plain = reported(team.as("requester"), report());
      var seen =
          team.officer
              .get("/api/security-view?size=100")
              .body()
              .path("content")
              .findValuesAsText("number");

      assertThat(seen).contains(flagged, number).doesNotContain(plain);
    }

    @ParameterizedTest
    @CsvSource({"?size=0", "?size=101", "?page=-1"})
    void refusesPagesThatCannotBe(String query) {
      assertThat(team.officer.get("/api/security-view" + query).refusal())
          .isEqualTo("400 request.out-of-range");
    }
  }
}
