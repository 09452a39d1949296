package org.itsmsuite.duty.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whichever way somebody comes who did the first of two duties: the second is not for them. */
@DemoSuite
class EveryWayInTest {

  private static final String CONFLICT = "duties.conflict";

  /** The engine's REST API stands in three places. */
  private static final String ROOT = "/engine-rest/task/";

  private static final String NAMED = "/engine-rest/engine/default/task/";
  private static final String WEBAPP = "/camunda/api/engine/engine/default/task/";

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  private String number;

  private Program as(String account) {
    return Program.of(port, account);
  }

  private String task(String account, String key) {
    var tasks =
        as(account)
            .get(
                "/engine-rest/task?processInstanceBusinessKey="
                    + number
                    + "&taskDefinitionKey=userTask_"
                    + key);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    return tasks.at("/0/id");
  }

  private static Map<String, Object> variables(Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return Map.of("variables", variables);
  }

  private void done(String account, String key, Map<String, ?> values) {
    var answer = as(account).post(ROOT + task(account, key) + "/complete", variables(values));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private static void isConflict(Answer answer, String duty) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text()).contains(CONFLICT, duty).doesNotContain("org.itsmsuite");
  }

  /** In the web applications it has the same status as for programs. */
  private static void isRefusedThere(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains(CONFLICT);
  }

  /** Sends as Tasklist does: with the session's cookie and the web application's token. */
  private HttpResponse<String> webapp(String account, String path, Map<String, ?> body) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    browser.get("/camunda/app/tasklist/default/");
    return browser.send(
        "POST",
        path,
        BodyPublishers.ofString(Program.json(body)),
        "Content-Type",
        "application/json",
        "X-XSRF-TOKEN",
        browser.cookie("XSRF-TOKEN"));
  }

  private void triaged() {
    done(
        "agent",
        "triageIncident",
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM"));
  }

  private void restored(String account) {
    done(
        account,
        "restoreService",
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
  }

  /** A duty that lies in one value of the form: the desk restored it, and is asked to confirm. */
  @Nested
  class ConfirmingOnesOwnWork {

    private static final String DUTY = "incident-confirmation";
    private final Map<String, String> yes = Map.of("confirmed", "YES");

    @BeforeEach
    void theAgentRestoresIt() {
      number = reported(as("requester"), report("title", "No mail"));
      triaged();
      as("specialist").act(number, "hand-over", Map.of("group", "service-desk", "reason", "Yours"));
      restored("agent");
    }

    private String confirmation() {
      return task("agent", "confirmResolution");
    }

    private void isStillOpen() {
      assertThat(as("requester").incident(number).at("status")).isEqualTo("RESOLVED");
    }

    @Test
    void byTheApi() {
      number = reported(as("agent"), report("title", "My own mail"));
      theAgentResolvesTheirOwn();
      isConflict(as("agent").act(number, "confirm", Map.of()), DUTY);
      assertThat(as("agent").incident(number).at("status")).isEqualTo("RESOLVED");
    }

    private void theAgentResolvesTheirOwn() {
      triaged();
      as("specialist").act(number, "hand-over", Map.of("group", "service-desk", "reason", "Yours"));
      restored("agent");
    }

    @Test
    void onThePageItIsNotOfferedAndRefused() {
      number = reported(as("agent"), report("title", "My own mail"));
      theAgentResolvesTheirOwn();
      var browser = Visitor.browser(port);
      browser.logIn("agent", "agent");
      assertThat(browser.get("/incidents/" + number).body()).doesNotContain("/actions/confirm\"");

      browser.form("/incidents/" + number, "/records/" + number + "/actions/confirm", Map.of());
      assertThat(browser.get("/incidents/" + number).body())
          .contains("That was not done.", CONFLICT);
      assertThat(as("agent").incident(number).at("status")).isEqualTo("RESOLVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, NAMED})
    void byCompletingTheTask(String root) {
      isConflict(as("agent").post(root + confirmation() + "/complete", variables(yes)), DUTY);
      isStillOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, NAMED})
    void bySubmittingTheForm(String root) {
      isConflict(as("agent").post(root + confirmation() + "/submit-form", variables(yes)), DUTY);
      isStillOpen();
    }

    @Test
    void inTheTasklist() {
      var answer = webapp("agent", WEBAPP + confirmation() + "/submit-form", variables(yes));
      isRefusedThere(answer);
      isStillOpen();
    }

    @Test
    void byAnErrorOrAnEscalation() {
      isConflict(
          as("agent").post(ROOT + confirmation() + "/bpmnError", Map.of("errorCode", "over")),
          DUTY);
      isConflict(
          as("agent")
              .post(ROOT + confirmation() + "/bpmnEscalation", Map.of("escalationCode", "over")),
          DUTY);
      isStillOpen();
    }

    @Test
    void sayingThatItDoesNotWorkIsOpenToThem() {
      var answer =
          as("agent")
              .post(
                  ROOT + confirmation() + "/complete",
                  variables(Map.of("confirmed", "NO", "comment", "Not yet")));
      assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    @Test
    void somebodyElseConfirms() {
      assertThat(as("requester").act(number, "confirm", Map.of()).at("status")).isEqualTo("CLOSED");
    }
  }

  /** A duty that is the whole task: it is not even taken. */
  @Nested
  class ReviewingOnesOwnReport {

    private static final String DUTY = "major-incident-review";
    private String review;

    private final Map<String, String> aReview =
        Map.of(
            "participants", "incident-manager",
            "findings", "Nobody watched the queue",
            "problemWanted", "YES");

    @BeforeEach
    void theManagerWritesTheReport() {
      number = reported(as("requester"), report("title", "No mail at all"));
      as("incident-manager").act(number, "declare-major", Map.of("reason", "All offices"));
      done("incident-manager", "takeCharge", Map.of());
      triaged();
      restored("specialist");
      done(
          "incident-manager",
          "writeReport",
          Map.of(
              "course", "Nine: no mail. Ten: mail.",
              "cause", "A full queue",
              "effect", "No mail for an hour",
              "done", "The queue was emptied"));
      review = task("incident-manager", "reviewMajorIncident");
    }

    private void isStillOpen() {
      assertThat(task("incident-manager", "reviewMajorIncident")).isEqualTo(review);
      assertThat(as("admin").get(ROOT + review).at("assignee")).isNotEqualTo("incident-manager");
      assertThat(as("admin").get(ROOT + review).at("owner")).isNotEqualTo("incident-manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, NAMED})
    void byClaiming(String root) {
      isConflict(
          as("incident-manager")
              .post(root + review + "/claim", Map.of("userId", "incident-manager")),
          DUTY);
      isStillOpen();
    }

    @Test
    void inTheTasklist() {
      for (String step : List.of("claim", "complete", "submit-form")) {
        Map<String, ?> body =
            step.equals("claim") ? Map.of("userId", "incident-manager") : variables(aReview);
        var answer = webapp("incident-manager", WEBAPP + review + "/" + step, body);
        isRefusedThere(answer);
      }
      isStillOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form", "resolve"})
    void byEndingIt(String step) {
      isConflict(as("incident-manager").post(ROOT + review + "/" + step, variables(aReview)), DUTY);
      isConflict(
          as("incident-manager").post(NAMED + review + "/" + step, variables(aReview)), DUTY);
      isStillOpen();
    }

    @Test
    void byAnErrorOrAnEscalation() {
      isConflict(
          as("incident-manager").post(ROOT + review + "/bpmnError", Map.of("errorCode", "over")),
          DUTY);
      isConflict(
          as("incident-manager")
              .post(ROOT + review + "/bpmnEscalation", Map.of("escalationCode", "over")),
          DUTY);
      isStillOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "delegate", "identity-links"})
    void byBeingGivenItBySomebodyElse(String step) {
      Map<String, String> body = new HashMap<>(Map.of("userId", "incident-manager"));
      if (step.equals("identity-links")) {
        body.put("type", "candidate");
      }
      isConflict(as("admin").post(ROOT + review + "/" + step, body), DUTY);
      if (step.equals("identity-links")) {
        body.put("type", "owner");
        isConflict(as("admin").post(ROOT + review + "/" + step, body), DUTY);
      }
      isStillOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "owner"})
    void byAChangeOfTheWholeTask(String field) {
      var answer =
          Visitor.program(port, "admin")
              .send(
                  "PUT",
                  ROOT + review,
                  BodyPublishers.ofString(Program.json(Map.of(field, "incident-manager"))),
                  "Content-Type",
                  "application/json");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains(CONFLICT);
      isStillOpen();
    }

    @Test
    void byResolvingWhatWasDelegatedBeforeTheReportWasTheirs() {
      // Delegated to somebody who may; nobody resolves it in that person's place.
      as("service-level-manager")
          .post(ROOT + review + "/claim", Map.of("userId", "service-level-manager"));
      as("admin").post(ROOT + review + "/delegate", Map.of("userId", "service-level-manager"));
      assertThat(
              as("incident-manager")
                  .post(ROOT + review + "/submit-form", variables(aReview))
                  .refusal())
          .isEqualTo("409 task.taken");
    }

    @Test
    void byRepairingTheProcessAsAnAdministrator() {
      identity.createMembership("incident-manager", "camunda-admin");
      try {
        var run = as("admin").get(ROOT + review).at("processInstanceId");
        isConflict(
            as("incident-manager")
                .post(
                    "/engine-rest/process-instance/" + run + "/modification",
                    Map.of(
                        "instructions",
                        List.of(
                            Map.of(
                                "type", "cancel", "activityId", "userTask_reviewMajorIncident")))),
            DUTY);
        var deleted =
            Visitor.program(port, "incident-manager")
                .send("DELETE", "/engine-rest/process-instance/" + run, BodyPublishers.noBody());
        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(403);
      } finally {
        identity.deleteMembership("incident-manager", "camunda-admin");
      }
      isStillOpen();
    }

    @Test
    void manyAtOnceIsNoWayAround() {
      var bulk =
          as("incident-manager")
              .post("/api/incidents/bulk", Map.of("action", "assign", "numbers", List.of(number)));
      assertThat(bulk.status()).as(bulk.text()).isEqualTo(200);
      isStillOpen();
    }

    @Test
    void somebodyElseReviews() {
      done("service-level-manager", "reviewMajorIncident", aReview);
    }
  }

  @Nested
  class WhereExceptionsAreOff {

    @Test
    void nobodyApprovesOne() {
      Map<String, String> wanted =
          Map.of("duty", "incident-confirmation", "reason", "x", "until", "2999-01-01T00:00:00Z");
      assertThat(as("top-manager").post("/api/duties/exceptions", wanted).refusal())
          .isEqualTo("409 duties.exceptions-off");
      assertThat(as("agent").post("/api/duties/exceptions", wanted).status()).isEqualTo(403);
      assertThat(as("auditor").get("/api/duties").at("exceptionsOn")).isEqualTo("false");
    }
  }

  @Nested
  class BecomingAnAuditorToo {

    @Test
    void anAccountIsNeverBoth() {
      var answer =
          Visitor.program(port, "admin")
              .send("PUT", "/engine-rest/group/auditors/members/agent", BodyPublishers.noBody());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains(CONFLICT, "audit-independence");
      assertThat(identity.createGroupQuery().groupMember("agent").groupId("auditors").count())
          .isZero();
    }
  }
}
