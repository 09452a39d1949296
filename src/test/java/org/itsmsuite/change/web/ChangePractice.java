package org.itsmsuite.change.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;

/** What people do with changes over HTTP; stories are told with these verbs. */
public final class ChangePractice {

  public static final String TITLE = "Replace the mail server";

  private final int port;

  public ChangePractice(int port) {
    this.port = port;
  }

  public Program as(String account) {
    return Program.of(port, account);
  }

  /** A change of the management system, which needs no item. */
  public static Map<String, Object> asked() {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("title", TITLE);
    asked.put("description", "The old one is slow");
    asked.put("reason", "Mail comes late");
    asked.put("service", "email");
    asked.put("subject", "SMS");
    asked.put("action", "MODIFY");
    asked.put("impact", "MEDIUM");
    asked.put("window", Map.of("from", "2026-03-07T20:00:00Z", "to", "2026-03-07T22:00:00Z"));
    asked.put("implementationPlan", "Stop the old one, start the new one");
    asked.put("backOutPlan", "Start the old one again");
    return asked;
  }

  public static Map<String, Object> asked(String field, Object value) {
    Map<String, Object> asked = asked();
    asked.put(field, value);
    return asked;
  }

  public String requested(String account) {
    return requested(account, asked());
  }

  public String requested(String account, Map<String, Object> asked) {
    var answer = as(account).post("/api/changes", asked);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("number");
  }

  public Answer seen(String account, String number) {
    return as(account).get("/api/changes/" + number);
  }

  /** Completes the only open task of that key. */
  public void done(String account, String number, String key, Map<String, ?> values) {
    var tasks =
        as(account)
            .get(
                "/engine-rest/task?processInstanceBusinessKey="
                    + number
                    + "&taskDefinitionKey="
                    + key);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var answer =
        as(account)
            .post(
                "/engine-rest/task/" + tasks.at("/0/id") + "/complete",
                Map.of("variables", variables));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  /** All views are given by whoever is asked; nothing is remarkable but the named impact. */
  public void assessed(String number, String impact) {
    for (String account :
        List.of(
            "change-manager",
            "security-officer",
            "service-level-manager",
            "process-owner",
            "engineer",
            "specialist",
            "top-manager",
            "configuration-manager")) {
      var tasks =
          as(account)
              .get(
                  "/engine-rest/task?taskDefinitionKey=userTask_assessChange"
                      + "&processInstanceBusinessKey="
                      + number
                      + "&candidateUser="
                      + account);
      tasks
          .body()
          .forEach(
              task ->
                  assess(
                      account,
                      task.path("id").asText(),
                      task.path("name").asText().startsWith("Assess change, risk"),
                      impact));
    }
    assertThat(seen("change-manager", number).at("status")).isEqualTo("APPROVAL");
  }

  private void assess(String account, String task, boolean risk, String impact) {
    Map<String, String> values = new HashMap<>();
    values.put("result", "ASSESSED");
    values.put("impact", impact);
    values.put("text", "Looked at it");
    if (risk) {
      values.put("probability", "HIGH");
      values.put("tested", "YES");
      values.put("backOutTested", "YES");
    }
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var answer =
        as(account).post("/engine-rest/task/" + task + "/complete", Map.of("variables", variables));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  static List<String> items(String... ids) {
    return List.of(ids);
  }
}
