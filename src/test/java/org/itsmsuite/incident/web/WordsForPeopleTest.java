package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.deputy.web.Colleagues;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and messages say to people, who know neither ids nor addresses of programs. */
@DemoSuite
class WordsForPeopleTest {

  private static final String RESOLUTION = "Restarted the queue";

  private final int port;
  private final JdbcClient jdbc;
  private final Colleagues staff;
  private String number;

  WordsForPeopleTest(
      @LocalServerPort int port, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
    this.port = port;
    this.jdbc = jdbc;
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void anIncident() {
    number = staff.reported();
  }

  private Visitor loggedIn(String account) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser;
  }

  private String page(String account) {
    return loggedIn(account).get("/incidents/" + number).body();
  }

  private void resolved() {
    staff.claims("agent", number);
    staff.completes("agent", number, Colleagues.triage());
    staff.claims("specialist", number);
    var done =
        staff.completes(
            "specialist",
            number,
            Map.of(
                "result",
                "RESTORED",
                "resolution",
                RESOLUTION,
                "resolutionCode",
                "FIXED",
                "causeKnown",
                "YES"));
    assertThat(done.status()).as(done.text()).isEqualTo(204);
  }

  @Test
  void thoseOutsideReadThatSomebodyWorksOnItWhenSomebodyDoes() {
    staff.claims("agent", number);

    for (String account : new String[] {"requester", "customer-contact"}) {
      assertThat(page(account))
          .contains("Somebody works on it")
          .doesNotContain("Waits for somebody to take it");
    }
  }

  @Test
  void staffReadThatItWaitsAgainWhenItIsTheGroupsAgain() {
    staff.join("desk-words", "service-desk");
    staff.claims("desk-words", number);
    staff.leave("desk-words");
    try {
      assertThat(page("agent")).contains("Waits for somebody to take it");
      assertThat(page("requester"))
          .contains("Somebody works on it")
          .doesNotContain("Waits for somebody to take it");
    } finally {
      jdbc.sql("delete from itsm.absence where account = 'desk-words'").update();
    }
  }

  @Test
  void theRequesterIsToldWhatWasDone() {
    resolved();

    assertThat(
            jdbc.sql(
                    "select body from itsm.notification where record = ? and template ="
                        + " 'incident-resolved-please-confirm'")
                .param(number)
                .query(String.class)
                .single())
        .contains(RESOLUTION)
        .doesNotContain("\n  -\n");
  }

  @Test
  void aClosedIncidentWaitsForWhatTheModelCallsIt() {
    resolved();
    staff.as("requester").act(number, "confirm", Map.of());

    assertThat(page("agent"))
        .contains("data-active-labels=\"Reopened or Time to reopen is over\"")
        .doesNotContain("<li>gateway_canBeReopened</li>");
  }

  @Test
  void refusalsTalkToPeople() {
    var browser = loggedIn("agent");

    browser.form("/incidents/" + number, "/records/" + number + "/actions/none", Map.of());

    assertThat(browser.get("/incidents/" + number).body())
        .contains("This cannot be done with an incident")
        .doesNotContain("known are", "set-priority,");
  }
}
