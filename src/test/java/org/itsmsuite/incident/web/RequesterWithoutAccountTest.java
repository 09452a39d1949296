package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;

import java.util.List;
import java.util.Map;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports in the name of somebody who has no account: a person on the telephone, a reception. */
@DemoSuite
class RequesterWithoutAccountTest {

  @LocalServerPort int port;
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private Program agent;

  @Autowired
  RequesterWithoutAccountTest(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  @BeforeEach
  void logIn() {
    agent = Program.of(port, "agent");
  }

  private Answer reportFor(String requester) {
    return agent.post("/api/incidents", report("requester", requester));
  }

  private String reported(String requester) {
    var answer = reportFor(requester);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("requester")).isEqualTo(requester);
    return answer.at("number");
  }

  private List<String> told(String number) {
    return jdbc.sql("select recipient from itsm.notification where record = ?")
        .param(number)
        .query(String.class)
        .list();
  }

  private long incidents() {
    return jdbc.sql("select count(*) from itsm.incident").query(Long.class).single();
  }

  @Test
  void isTakenAndNobodyIsToldInTheirPlace() {
    String number = reported("Reception desk");

    assertThat(told(number)).isEmpty();
    assertThat(ledger.of(number).get(0).after()).containsEntry("requester", "Reception desk");
    var browser = Visitor.browser(port);
    browser.logIn("agent", "agent");
    assertThat(browser.get("/incidents/" + number).body()).contains("Reception desk");
  }

  @Test
  void goesOnAsAnyOther() {
    String number = reported("Reception desk");

    assertThat(agent.act(number, "take", Map.of()).status()).isEqualTo(200);
    var message =
        agent.post(
            "/api/records/" + number + "/messages",
            Map.of("text", "We look at it.", "visibility", "REQUESTER"));
    assertThat(message.status()).as(message.text()).isEqualTo(201);
    assertThat(agent.act(number, "wait", Map.of("waitingFor", "CUSTOMER")).status()).isEqualTo(200);
    var cancelled = agent.act(number, "cancel", Map.of("reason", "Found it"));
    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    assertThat(told(number)).isEmpty();
  }

  @Test
  void isTakenFromThePageToo() {
    var browser = Visitor.browser(port);
    browser.logIn("agent", "agent");
    var answer =
        browser.form(
            "/incidents/report",
            Map.of(
                "title", "The door stays shut",
                "service", "workplace",
                "kind", "INTERRUPTION",
                "impact", "LOW",
                "urgency", "LOW",
                "requester", "Reception desk"));
    assertThat(answer.statusCode()).isEqualTo(302);
    String page = answer.headers().firstValue("Location").orElseThrow();
    assertThat(told(page.substring(page.lastIndexOf('/') + 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group:service-desk",
        "user:requester",
        "mail:boss@example.org",
        "security-team",
        "group:security-team,user:auditor",
        "Reception desk, user:agent",
        "\u00a0requester",
        "nobody-of-this-name",
        "*"
      })
  void isNobodyElseWhateverTheNameLooksLike(String name) {
    String number = reported(name);

    assertThat(told(number)).isEmpty();
    assertThat(Program.of(port, "requester").incident(number).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"group:security-team", "group:second-level", "user:specialist", "Front desk"})
  void isConcernedByARestrictedRecordUnderNoOtherName(String name) {
    var report = report("requester", name);
    report.put("security", true);
    var answer = agent.post("/api/incidents", report);
    assertThat(answer.status()).as(answer.text()).isIn(201, 404);
    String number =
        jdbc.sql("select max(number) from itsm.incident where requester = ?")
            .param(name)
            .query(String.class)
            .single();

    assertThat(told(number)).isSubsetOf("group:security-team", "user:agent");
    assertThat(Program.of(port, "specialist").incident(number).status()).isEqualTo(404);
  }

  @Test
  void withTheLongestNameIsTaken() {
    assertThat(told(reported("R".repeat(127) + " " + "d".repeat(127)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Reception\ndesk", "requester\r\nBcc: x@example.org", "user\u0000x", "a\u2028b"})
  void withSeveralLinesIsRefused(String name) {
    long before = incidents();
    var answer = reportFor(name);

    assertThat(answer.refusal()).isEqualTo("400 request.control-character");
    assertThat(answer.field()).isEqualTo("requester");
    assertThat(incidents()).isEqualTo(before);
  }

  @Test
  void withATextInPlaceOfANameIsRefused() {
    long before = incidents();
    var answer = reportFor("x".repeat(10_000));

    assertThat(answer.refusal()).isEqualTo("400 request.too-long");
    assertThat(answer.field()).isEqualTo("requester");
    assertThat(incidents()).isEqualTo(before);
  }
}
