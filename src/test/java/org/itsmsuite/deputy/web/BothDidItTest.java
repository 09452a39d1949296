package org.itsmsuite.deputy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deputy does the first of two duties in somebody's place: the second is for neither of them. */
@DemoSuite
class BothDidItTest {

  private static final Map<String, String> RESTORED =
      Map.of(
          "result", "RESTORED",
          "resolution", "Restarted the queue",
          "resolutionCode", "FIXED",
          "causeKnown", "YES");
  private static final Map<String, String> YES = Map.of("confirmed", "YES");

  private final JdbcClient jdbc;
  private final Colleagues staff;
  private String number;

  BothDidItTest(
      @LocalServerPort int port, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void oneOfTheDeskIsToRestoreAnIncident() {
    staff.join("desk-away", "service-desk");
    staff.join("desk-deputy", "service-desk");
    staff.join("desk-third", "service-desk");
    number = staff.reported();
    ok(staff.completes("agent", number, Colleagues.triage()));
    staff
        .as("specialist")
        .act(number, "hand-over", Map.of("group", "service-desk", "reason", "Yours"));
    staff.claims("desk-away", number);
  }

  @AfterEach
  void everybodyIsBack() {
    jdbc.sql("delete from itsm.absence").update();
  }

  private static void ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private void goesAway() {
    var now = ClockUtil.getCurrentTime().toInstant();
    Map<String, Object> absence = new HashMap<>();
    absence.put("from", now.toString());
    absence.put("until", now.plusSeconds(86_400).toString());
    absence.put("deputy", "desk-deputy");
    Answer answer = staff.as("desk-away").post("/api/absences", absence);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private void isKeptFrom(String account) {
    Answer answer = staff.completes(account, number, YES);
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text()).contains("duties.conflict", "incident-confirmation");
    assertThat(staff.as("requester").incident(number).at("status")).isEqualTo("RESOLVED");
  }

  @Test
  void neitherTheDeputyNorWhoWasRepresentedConfirms() {
    goesAway();
    ok(staff.completes("desk-deputy", number, RESTORED));
    everybodyIsBack();

    isKeptFrom("desk-deputy");
    isKeptFrom("desk-away");
    ok(staff.completes("desk-third", number, YES));
  }

  @Test
  void whoTookItForThemselvesRepresentsNobody() {
    ok(staff.completes("desk-away", number, RESTORED));

    isKeptFrom("desk-away");
    ok(staff.completes("desk-deputy", number, YES));
  }

  @Test
  void anotherTaskInTheirPlaceIsNotTheFirstDuty() {
    number = staff.reported();
    staff.claims("desk-away", number);
    goesAway();
    ok(staff.completes("desk-deputy", number, Colleagues.triage()));
    everybodyIsBack();
    staff
        .as("specialist")
        .act(number, "hand-over", Map.of("group", "service-desk", "reason", "Yours"));
    ok(staff.completes("desk-deputy", number, RESTORED));

    ok(staff.completes("desk-away", number, YES));
  }
}
