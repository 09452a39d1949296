package org.itsmsuite.deputy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one in charge of a major incident, to whom its model assigns tasks by name, is away. */
@DemoSuite
class ManagerAwayTest {

  private static final String UPDATE = "userTask_sendNextUpdate";

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Colleagues staff;
  private String number;

  ManagerAwayTest(
      @LocalServerPort int port, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void somebodyIsInCharge() {
    staff.join("manager-2", "incident-managers");
    number = staff.reported();
    Program manager = staff.as("incident-manager");
    Answer declared = manager.act(number, "declare-major", Map.of("reason", "All offices"));
    assertThat(declared.status()).as(declared.text()).isEqualTo(200);
    completes(
        manager,
        "userTask_takeCharge",
        Map.of("groups", List.of("third-level"), "task_third_level", "Look at the queue"));
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

  private void completes(Program who, String key, Map<String, ?> values) {
    Answer answer =
        who.post(
            "/engine-rest/task/" + task(key).getId() + "/complete", Colleagues.variables(values));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private void theManagerGoesAway(String deputy) {
    var now = ClockUtil.getCurrentTime().toInstant();
    Map<String, Object> absence = new HashMap<>();
    absence.put("from", now.toString());
    absence.put("until", now.plusSeconds(86_400).toString());
    absence.put("group", "incident-managers");
    absence.put("deputy", deputy);
    Answer answer = staff.as("incident-manager").post("/api/absences", absence);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void theDeputySendsTheNextUpdateAndTheOneAfterIt() {
    theManagerGoesAway("manager-2");
    assertThat(task(UPDATE).getAssignee()).isEqualTo("manager-2");

    completes(staff.as("manager-2"), UPDATE, Map.of("update", "We know the cause"));

    assertThat(task(UPDATE).getAssignee()).as("a new task, by the model").isEqualTo("manager-2");
    assertThat(task(UPDATE).getOwner()).isEqualTo("incident-manager");
    assertThat(staff.facts(number)).contains("deputy.acted");
  }

  @Test
  void withoutADeputyItIsForAllWhoMayLead() {
    theManagerGoesAway(null);

    assertThat(task(UPDATE).getAssignee()).isNull();
    assertThat(staff.groupsOf(task(UPDATE))).containsExactly("incident-managers");
  }

  @Test
  void whoeverIsNamedInsteadGetsItFromTheDeputy() {
    theManagerGoesAway("manager-2");
    staff.join("manager-3", "incident-managers");
    Answer named =
        staff.as("manager-2").act(number, "name-major-manager", Map.of("account", "manager-3"));
    assertThat(named.status()).as(named.text()).isEqualTo(200);

    assertThat(task(UPDATE).getAssignee()).isEqualTo("manager-3");
    assertThat(org.itsmsuite.engine.TaskHolder.of(task(UPDATE))).isEqualTo("manager-3");
  }
}
