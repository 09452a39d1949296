package org.itsmsuite.deputy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Reports;
import org.itsmsuite.web.TestAccounts;

/** Several people of one group, as demo accounts have only one of each; and what they do. */
public final class Colleagues {

  private final int port;
  private final ProcessEngine engine;

  public Colleagues(int port, ProcessEngine engine) {
    this.port = port;
    this.engine = engine;
  }

  /** There is such an account, in these groups and no other. */
  public Program join(String account, String... groups) {
    IdentityService identity = engine.getIdentityService();
    if (identity.createUserQuery().userId(account).count() == 0) {
      TestAccounts.create(identity, account);
    }
    for (String group : groups) {
      if (identity.createUserQuery().userId(account).memberOfGroup(group).count() == 0) {
        identity.createMembership(account, group);
      }
    }
    return as(account);
  }

  /** The account goes, as by Camunda Admin. */
  public void leave(String account) {
    engine.getIdentityService().deleteUser(account);
  }

  public Program as(String account) {
    return Program.of(port, account);
  }

  public String reported() {
    return Reports.reported(as("requester"), Reports.report());
  }

  public Task task(String number) {
    return tasks().createTaskQuery().processInstanceBusinessKey(number).singleResult();
  }

  public TaskService tasks() {
    return engine.getTaskService();
  }

  public List<String> groupsOf(Task task) {
    return tasks().getIdentityLinksForTask(task.getId()).stream()
        .map(org.camunda.bpm.engine.task.IdentityLink::getGroupId)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  public void claims(String account, String number) {
    Answer answer =
        as(account)
            .post(
                "/engine-rest/task/" + task(number).getId() + "/claim", Map.of("userId", account));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  public Answer completes(String account, String number, Map<String, ?> values) {
    return as(account)
        .post("/engine-rest/task/" + task(number).getId() + "/complete", variables(values));
  }

  /** As the engine's REST API takes what a form holds; a list goes as JSON. */
  public static Map<String, Object> variables(Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach(
        (name, value) ->
            variables.put(
                name,
                value instanceof List<?>
                    ? Map.of("value", Program.json(value), "type", "Json")
                    : Map.of("value", value)));
    return Map.of("variables", variables);
  }

  public static Map<String, Object> triage() {
    return Map.of(
        "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM");
  }

  /** What happened to the record, in order, as an auditor reads it. */
  public List<String> facts(String number) {
    return StreamSupport.stream(timeline(number).spliterator(), false)
        .map(one -> one.path("what").asText())
        .toList();
  }

  public com.fasterxml.jackson.databind.JsonNode timeline(String number) {
    Answer answer = as("auditor").get("/api/records/" + number + "/timeline");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  /** Recipients of what was told about the record with this template. */
  public List<String> told(String number, String template) {
    return engineJdbc()
        .sql(
            "select recipient from itsm.notification where record = ? and template = ? order by"
                + " recipient")
        .params(number, template)
        .query(String.class)
        .list();
  }

  private org.springframework.jdbc.core.simple.JdbcClient engineJdbc() {
    return org.springframework.jdbc.core.simple.JdbcClient.create(
        engine.getProcessEngineConfiguration().getDataSource());
  }
}
