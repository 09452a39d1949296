package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.HashMap;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The work of agent and specialist through the engine's own REST API, as Tasklist does it. */
@DemoSuite
class TaskWorkTest {

  @LocalServerPort int port;
  private Program requester;
  private Program agent;
  private Program specialist;
  private String number;

  @BeforeEach
  void anIncident() {
    requester = Program.of(port, "requester");
    agent = Program.of(port, "agent");
    specialist = Program.of(port, "specialist");
    number = reported(requester, report("description", "Since nine"));
  }

  private Answer tasks(Program who) {
    return who.get("/engine-rest/task?processInstanceBusinessKey=" + number);
  }

  private String task(Program who) {
    var tasks = tasks(who);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    return "/engine-rest/task/" + tasks.at("/0/id");
  }

  private static void claim(Program who, String task, String account) {
    var answer = who.post(task + "/claim", Map.of("userId", account));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private static Answer complete(Program who, String task, Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return who.post(task + "/complete", Map.of("variables", variables));
  }

  private static Map<String, Object> triage() {
    return new HashMap<>(
        Map.of(
            "mechanism", "INCIDENT",
            "category", "other",
            "impact", "MEDIUM",
            "urgency", "HIGH"));
  }

  private static Map<String, Object> restored() {
    return new HashMap<>(
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
  }

  private void triaged() {
    String task = task(agent);
    claim(agent, task, "agent");
    var done = complete(agent, task, triage());
    assertThat(done.status()).as(done.text()).isEqualTo(204);
  }

  private void resolved() {
    triaged();
    String task = task(specialist);
    claim(specialist, task, "specialist");
    var done = complete(specialist, task, restored());
    assertThat(done.status()).as(done.text()).isEqualTo(204);
  }

  @Test
  void theTaskOfWhatIsMoreUrgentStandsHigherAlsoWhenThatChanges() {
    assertThat(tasks(agent).at("/0/priority")).isEqualTo("70");

    var changed = agent.act(number, "set-priority", Map.of("impact", "HIGH", "urgency", "HIGH"));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);

    assertThat(tasks(agent).at("/0/priority")).isEqualTo("90");
    assertThat(tasks(agent).at("/0/name")).contains(" P1 " + number);
  }

  @Nested
  class FromReportToEnd {

    @Test
    void agentTriagesSpecialistRestoresRequesterConfirms() {
      claim(agent, task(agent), "agent");
      var taken = requester.incident(number);
      assertThat(taken.at("status")).isEqualTo("IN_PROGRESS");
      assertThat(stateOf("RESPONSE")).isEqualTo("MET");

      assertThat(complete(agent, task(agent), triage()).status()).isEqualTo(204);
      var triaged = agent.incident(number);
      assertThat(triaged.at("status")).isEqualTo("ASSIGNED");
      assertThat(triaged.at("group")).isEqualTo("second-level");
      assertThat(triaged.at("priority")).isEqualTo("P2");
      assertThat(triaged.at("assignee")).isNull();

      String restore = task(specialist);
      claim(specialist, restore, "specialist");
      assertThat(complete(specialist, restore, restored()).status()).isEqualTo(204);
      var resolved = requester.incident(number);
      assertThat(resolved.at("status")).isEqualTo("RESOLVED");
      assertThat(resolved.at("resolution")).isEqualTo("Restarted the queue");
      assertThat(stateOf("RESOLUTION")).isEqualTo("MET");

      var closed = requester.act(number, "confirm", Map.of());
      assertThat(closed.at("status")).as(closed.text()).isEqualTo("CLOSED");
      assertThat(requester.act(number, "confirm", Map.of()).refusal())
          .isEqualTo("409 incident.not-resolved");
    }

    private String stateOf(String kind) {
      for (var clock : agent.incident(number).body().path("clocks")) {
        if (clock.path("kind").asText().equals(kind)) {
          return clock.path("state").asText();
        }
      }
      return null;
    }

    @Test
    void theRequesterReopensWhatDoesNotWork() {
      resolved();
      var reopened = requester.act(number, "reopen", Map.of("reason", "Still nothing"));
      assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
      assertThat(reopened.at("reopenCount")).isEqualTo("1");
      assertThat(reopened.at("resolution")).isNull();
      assertThat(reopened.at("status")).isEqualTo("ASSIGNED");
      assertThat(tasks(specialist).at("/0/taskDefinitionKey")).isEqualTo("userTask_restoreService");
    }

    @Test
    void aClosedOneIsReopenedToo() {
      resolved();
      requester.act(number, "confirm", Map.of());
      assertThat(requester.act(number, "reopen", Map.of("reason", "Back again")).at("status"))
          .isEqualTo("ASSIGNED");
    }

    @Test
    void theDeskMayAnswerForTheRequester() {
      resolved();
      assertThat(complete(agent, task(agent), Map.of("confirmed", "YES")).status()).isEqualTo(204);
      assertThat(agent.incident(number).at("status")).isEqualTo("CLOSED");
    }

    @Test
    void aSuspectedProblemIsLeftOnTheRecord() {
      triaged();
      var values = restored();
      values.put("causeKnown", "NO");
      assertThat(complete(specialist, task(specialist), values).status()).isEqualTo(204);
      assertThat(agent.get("/api/records/" + number + "/timeline").text())
          .contains("incident.messageLeft", "I-01", "incident.problemSuspected");
    }

    @Test
    void aDuplicateIsLinkedAndClosed() {
      String original = reported(requester, report());
      var values = triage();
      values.put("mechanism", "DUPLICATE");
      values.put("duplicateOf", original);
      var done = complete(agent, task(agent), values);
      assertThat(done.status()).as(done.text()).isEqualTo(204);
      var duplicate = agent.incident(number);
      assertThat(duplicate.at("status")).isEqualTo("CLOSED");
      assertThat(duplicate.at("/links/0/number")).isEqualTo(original);
      assertThat(agent.incident(original).at("/links/0/type")).isEqualTo("HAS_DUPLICATE");
    }
  }

  @Nested
  class Forms {

    @Test
    void areFilledWithTheRecordsFacts() {
      var variables = agent.get(task(agent) + "/form-variables").body();
      assertThat(variables.at("/number/value").asText()).isEqualTo(number);
      assertThat(variables.at("/title/value").asText()).isEqualTo("E-mail does not arrive");
      assertThat(variables.at("/description/value").asText()).isEqualTo("Since nine");
      assertThat(variables.at("/priority/value").asText()).isEqualTo("P3");
      assertThat(variables.at("/impact/value").asText()).isEqualTo("MEDIUM");
    }

    @Test
    void refuseAMissingField() {
      var values = triage();
      values.remove("category");
      refuses(values, "category", "form.required");
    }

    @Test
    void refuseAnUnknownOption() {
      var values = triage();
      values.put("impact", "HUGE");
      refuses(values, "impact", "form.unknown-option");
    }

    @Test
    void refuseAnExtraVariable() {
      var values = triage();
      values.put("nextStep", "NONE");
      refuses(values, "nextStep", "form.extra-variable");
    }

    @Test
    void refuseATextThatIsTooLong() {
      var values = triage();
      values.put("reason", "x".repeat(100_000));
      refuses(values, "reason", "form.too-long");
    }

    @Test
    void refuseADuplicateOfNothing() {
      var values = triage();
      values.put("mechanism", "DUPLICATE");
      values.put("duplicateOf", "INC-999999");
      refuses(values, "duplicateOf", "incident.unknown-duplicate");
    }

    @Test
    void refuseADuplicateOfItself() {
      var values = triage();
      values.put("mechanism", "DUPLICATE");
      values.put("duplicateOf", number);
      refuses(values, "duplicateOf", "incident.duplicate-of-itself");
    }

    private void refuses(Map<String, Object> values, String field, String key) {
      String task = task(agent);
      claim(agent, task, "agent");
      var before = agent.get("/api/records/" + number + "/timeline").body().size();
      var answer = complete(agent, task, values);
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.body().findValuesAsText("field")).contains(field);
      assertThat(answer.body().findValuesAsText("key")).contains(key);
      assertThat(answer.text()).doesNotContain("org.", "Exception");
      assertThat(task(agent)).isEqualTo(task);
      assertThat(agent.get("/api/records/" + number + "/timeline").body()).hasSize(before);
    }
  }

  @Nested
  class Others {

    @Test
    void doNotSeeTheTask() {
      assertThat(tasks(specialist).body()).isEmpty();
      assertThat(tasks(requester).status()).isEqualTo(403);
    }

    @Test
    void cannotCompleteIt() {
      String task = task(agent);
      assertThat(complete(specialist, task, triage()).status()).isIn(403, 404);
      assertThat(complete(requester, task, triage()).status()).isEqualTo(403);
      assertThat(complete(Program.of(port, "auditor"), task, triage()).status()).isEqualTo(403);
      assertThat(agent.incident(number).at("status")).isEqualTo("NEW");
    }

    @Test
    void auditorsReadAndDoNotTake() {
      var auditor = Program.of(port, "auditor");
      String task = task(auditor);
      assertThat(auditor.post(task + "/claim", Map.of("userId", "auditor")).status())
          .isEqualTo(403);
      assertThat(auditor.post(task + "/assignee", Map.of("userId", "auditor")).status())
          .isEqualTo(403);
      assertThat(agent.incident(number).at("assignee")).isNull();
    }
  }
}
