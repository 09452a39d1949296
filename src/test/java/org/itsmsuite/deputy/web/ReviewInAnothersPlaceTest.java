package org.itsmsuite.deputy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One who has taken the review of a major incident goes away; the manager wrote its report. */
@DemoSuite
class ReviewInAnothersPlaceTest {

  private static final String MANAGER = "incident-manager";
  private static final String REVIEW = "userTask_reviewMajorIncident";

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Colleagues staff;
  private String number;

  ReviewInAnothersPlaceTest(
      @LocalServerPort int port, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void theReportIsWrittenAndTheReviewTaken() {
    staff.join("reviewer", "incident-managers");
    staff.join("reader", "incident-managers");
    number = staff.reported();
    Answer declared =
        staff.as(MANAGER).act(number, "declare-major", Map.of("reason", "All offices"));
    assertThat(declared.status()).as(declared.text()).isEqualTo(200);
    completes(
        MANAGER,
        "userTask_takeCharge",
        Map.of("groups", List.of("third-level"), "task_third_level", "Look at the queue"));
    completes(
        "engineer", "userTask_carryOutTechnicalTask", Map.of("outcome", "DONE", "result", "Done"));
    completes("agent", "userTask_triageIncident", Colleagues.triage());
    completes(
        "specialist",
        "userTask_restoreService",
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
    completes(
        MANAGER,
        "userTask_writeReport",
        Map.of("course", "No mail", "cause", "A queue", "effect", "An hour", "done", "Emptied"));
    ok(staff.as("reviewer").post(address(REVIEW) + "/claim", Map.of("userId", "reviewer")));
  }

  @AfterEach
  void everybodyIsBack() {
    jdbc.sql("delete from itsm.absence").update();
  }

  private Task task(String key) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .taskDefinitionKey(key)
        .singleResult();
  }

  private String address(String key) {
    return "/engine-rest/task/" + task(key).getId();
  }

  private static void ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private void completes(String who, String key, Map<String, ?> values) {
    ok(staff.as(who).post(address(key) + "/complete", Colleagues.variables(values)));
  }

  private void theReviewerGoesAway(String deputy) {
    var now = ClockUtil.getCurrentTime().toInstant();
    Map<String, Object> absence = new HashMap<>();
    absence.put("from", now.toString());
    absence.put("until", now.plusSeconds(86_400).toString());
    absence.put("deputy", deputy);
    Answer answer = staff.as("reviewer").post("/api/absences", absence);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void aDeputyWhoHadNoPartInItReviewsInTheirPlace() {
    theReviewerGoesAway("reader");

    assertThat(task(REVIEW).getAssignee()).isEqualTo("reader");
    assertThat(task(REVIEW).getOwner()).isEqualTo("reviewer");
  }

  @Test
  void aDeputyWhoWroteTheReportIsPassedByAndTheGroupsHaveIt() {
    theReviewerGoesAway(MANAGER);

    assertThat(task(REVIEW).getAssignee()).isNull();
    assertThat(staff.groupsOf(task(REVIEW))).contains("incident-managers", "top-management");
    assertThat(staff.facts(number))
        .contains("deputy.leftToGroup")
        .doesNotContain("deputy.steppedIn");
  }
}
