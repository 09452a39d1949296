package org.itsmsuite.incident.major.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A major incident as people carry it, through the API and the engine's tasks. */
@DemoSuite
class MajorIncidentStoryTest {

  @LocalServerPort int port;
  private Program manager;
  private Program agent;
  private Program engineer;
  private Program serviceLevelManager;
  private String number;
  private final String title = "No mail at all " + UUID.randomUUID();

  @BeforeEach
  void anIncident() {
    manager = as("incident-manager");
    agent = as("agent");
    engineer = as("engineer");
    serviceLevelManager = as("service-level-manager");
    number = reported(as("requester"), report("title", title));
  }

  private Program as(String account) {
    return Program.of(port, account);
  }

  private void declared() {
    var answer = manager.act(number, "declare-major", Map.of("reason", "All offices"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("major")).isEqualTo("true");
  }

  private String task(Program who, String key) {
    var tasks = tasks(who, key);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    return "/engine-rest/task/" + tasks.at("/0/id");
  }

  private Answer tasks(Program who, String key) {
    return who.get(
        "/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + key);
  }

  private static Answer complete(Program who, String task, Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach(
        (name, value) ->
            variables.put(
                name,
                value instanceof List<?>
                    ? Map.of("value", Program.json(value), "type", "Json")
                    : Map.of("value", value)));
    return who.post(task + "/complete", Map.of("variables", variables));
  }

  private void done(Program who, String key, Map<String, ?> values) {
    var answer = complete(who, task(who, key), values);
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private void chargeTaken() {
    done(
        manager,
        "userTask_takeCharge",
        Map.of("groups", List.of("third-level"), "task_third_level", "Look at the queue"));
  }

  private void technicalTaskDone() {
    done(
        engineer,
        "userTask_carryOutTechnicalTask",
        Map.of("outcome", "DONE", "result", "Queue emptied"));
  }

  private void incidentResolved() {
    done(
        agent,
        "userTask_triageIncident",
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM"));
    done(
        as("specialist"),
        "userTask_restoreService",
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
  }

  private static Map<String, String> aReport() {
    return Map.of(
        "course", "Nine: no mail. Ten: mail.",
        "cause", "A full queue",
        "effect", "No mail for an hour",
        "done", "The queue was emptied");
  }

  private static Map<String, String> aReview() {
    return Map.of(
        "participants", "incident-manager, engineer",
        "findings", "Nobody watched the queue",
        "improvements", "Watch the queue",
        "problemWanted", "YES");
  }

  private String timeline() {
    return manager.get("/api/records/" + number + "/timeline").text();
  }

  private String page(String account, String path) {
    var visitor = Visitor.browser(port);
    visitor.logIn(account, account);
    return visitor.get(path).body();
  }

  @Nested
  class FromDeclarationToReview {

    @Test
    void byThreePeopleInTheTasklist() {
      declared();
      chargeTaken();
      done(manager, "userTask_sendNextUpdate", Map.of("update", "We know the cause"));
      technicalTaskDone();
      incidentResolved();
      assertThat(manager.incident(number).at("status")).isEqualTo("RESOLVED");
      done(manager, "userTask_writeReport", aReport());

      var own = complete(manager, task(manager, "userTask_reviewMajorIncident"), aReview());
      assertThat(own.status()).as(own.text()).isEqualTo(403);
      assertThat(own.text()).contains("duties.conflict").doesNotContain("org.itsmsuite");

      done(serviceLevelManager, "userTask_reviewMajorIncident", aReview());
      assertThat(manager.incident(number).at("major")).isEqualTo("true");
      assertThat(timeline())
          .contains(
              "majorIncident.declared",
              "majorIncident.managementInformed",
              "group:top-management",
              "majorIncident.updateSent",
              "majorIncident.reviewed",
              "I-02",
              "I-03");
    }

    @Test
    void withProofOfWhoWasToldWhatAndWhen() {
      declared();
      chargeTaken();
      done(manager, "userTask_sendNextUpdate", Map.of("update", "We know the cause"));

      var seen = page("top-manager", "/incidents/" + number);
      assertThat(seen)
          .contains(
              "Major incident",
              "All offices",
              "incident-manager",
              "agreed with North office (example) on 2026-01-15",
              "Look at the queue",
              "Who was told what, and when",
              "user:top-manager",
              "for group:top-management",
              "mail:north-office@example.org",
              "(in the outbox)",
              "We know the cause");
      assertThat(as("auditor").get("/api/ledger/verification").at("intact")).isEqualTo("true");
      assertThat(page("incident-manager", "/outbox?record=" + number))
          .contains("MAJOR INCIDENT " + number, "group:top-management");
    }

    @Test
    void theReportsFormBeginsWithWhatTheLedgerHolds() {
      declared();
      chargeTaken();
      technicalTaskDone();
      incidentResolved();
      var shown = manager.get(task(manager, "userTask_writeReport") + "/form-variables");
      assertThat(shown.at("/course/value"))
          .contains("Declared a major incident: All offices", "Queue emptied", "Resolved.");
    }

    @Test
    void theTechnicalTasksFormSaysWhatIsToBeDone() {
      declared();
      chargeTaken();
      var task = task(engineer, "userTask_carryOutTechnicalTask");
      assertThat(engineer.get(task + "/form-variables").at("/task/value"))
          .isEqualTo("Look at the queue");
      assertThat(engineer.get(task).text()).doesNotContain("Look at the queue");
    }

    @Test
    void theFormOfTakingChargeProposesWhoeverOpensIt() {
      declared();
      var shown = manager.get(task(manager, "userTask_takeCharge") + "/form-variables");
      assertThat(shown.at("/manager/value")).isEqualTo("incident-manager");
      assertThat(shown.at("/declaredBecause/value")).isEqualTo("All offices");
    }
  }

  @Nested
  class Actions {

    @Test
    void areForIncidentManagersOnly() {
      for (String account : List.of("agent", "specialist", "top-manager", "requester")) {
        assertThat(as(account).act(number, "declare-major", Map.of("reason", "No")).refusal())
            .isEqualTo("403 incident.action-not-allowed");
      }
      assertThat(manager.incident(number).at("major")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
      "declare-major, reason",
      "withdraw-major, reason",
      "name-major-manager, account",
      "add-technical-task, group"
    })
    void needTheirFields(String action, String field) {
      declared();
      var before = timeline();
      var answer = manager.act(number, action, Map.of(field, "  "));
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo(field);
      assertThat(timeline()).isEqualTo(before);
    }

    @Test
    void declareOnlyOnce() {
      declared();
      var before = timeline();
      assertThat(manager.act(number, "declare-major", Map.of("reason", "Again")).refusal())
          .isEqualTo("409 incident.already-major");
      assertThat(timeline()).isEqualTo(before);
    }

    @Test
    void declareOnlyWhatIsOpen() {
      manager.act(number, "cancel", Map.of("reason", "Not needed"));
      assertThat(manager.act(number, "declare-major", Map.of("reason", "No")).refusal())
          .isEqualTo("409 incident.not-open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdraw-major", "name-major-manager", "add-technical-task"})
    void needAMajorIncident(String action) {
      var values =
          switch (action) {
            case "withdraw-major" -> Map.of("reason", "No");
            case "name-major-manager" -> Map.of("account", "incident-manager");
            default -> Map.of("group", "third-level", "task", "Look");
          };
      assertThat(manager.act(number, action, values).refusal()).isEqualTo("409 incident.not-major");
    }

    @Test
    void withdrawItAndTellEverybody() {
      declared();
      chargeTaken();
      var answer = manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only"));
      assertThat(answer.at("major")).as(answer.text()).isEqualTo("false");
      assertThat(tasks(manager, "userTask_sendNextUpdate").body()).isEmpty();
      assertThat(page("incident-manager", "/outbox?record=" + number))
          .contains(number + " is no major incident after all", "One mailbox only");
      assertThat(manager.incident(number).at("status")).isEqualTo("NEW");
    }

    @Test
    void addATechnicalTaskAtAnyTime() {
      declared();
      chargeTaken();
      var answer =
          manager.act(
              number,
              "add-technical-task",
              Map.of("group", "second-level", "task", "Tell the users"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      done(
          as("specialist"),
          "userTask_carryOutFurtherTechnicalTask",
          Map.of("outcome", "DONE", "result", "Told"));
      assertThat(
              manager
                  .act(number, "add-technical-task", Map.of("group", "nobody", "task", "Look"))
                  .refusal())
          .isEqualTo("400 incident.unknown-group");
    }

    @Test
    void nameOnlyAManagerWhoMayLead() {
      declared();
      assertThat(
              manager
                  .act(number, "name-major-manager", Map.of("account", "incident-manager"))
                  .refusal())
          .isEqualTo("409 incident.no-charge-taken");
      chargeTaken();
      var answer = manager.act(number, "name-major-manager", Map.of("account", "agent"));
      assertThat(answer.refusal()).isEqualTo("400 incident.unknown-manager");
      assertThat(answer.field()).isEqualTo("account");
      assertThat(
              manager
                  .act(number, "name-major-manager", Map.of("account", "incident-manager"))
                  .refusal())
          .isEqualTo("409 incident.same-manager");
    }

    @Test
    void areOfferedOnThePageAsTheStateAllows() {
      assertThat(page("incident-manager", "/incidents/" + number))
          .contains("Declare a major incident")
          .doesNotContain("Add a technical task");
      declared();
      assertThat(page("incident-manager", "/incidents/" + number))
          .contains("Not a major incident: withdraw", "Add a technical task")
          .doesNotContain("Declare a major incident");
      assertThat(page("agent", "/incidents/" + number))
          .doesNotContain("Add a technical task", "Not a major incident: withdraw");
    }
  }

  @Nested
  class Reopened {

    @BeforeEach
    void whileATechnicalTaskIsOpen() {
      declared();
      chargeTaken();
      incidentResolved();
      assertThat(page("incident-manager", "/incidents/" + number))
          .contains("Ended, report awaited");
      var reopened = as("requester").act(number, "reopen", Map.of("reason", "Still no mail"));
      assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
    }

    /** What the list says about this one: others of other stories stand there too. */
    private String shown(String list) {
      int start = list.indexOf(title);
      return list.substring(start, list.indexOf("</article>", start));
    }

    @Test
    void itsPageAndTheListSayThatItIsLedAgain() {
      assertThat(page("incident-manager", "/incidents/" + number))
          .contains(
              "Being worked on",
              "Next update",
              "Send the next update: MAJOR",
              "Carry out technical task: MAJOR",
              "Not a major incident: withdraw",
              "Add a technical task",
              "Major incident led again")
          .doesNotContain("Ended, report awaited");
      assertThat(page("top-manager", "/major-incidents")).contains(number, "Being worked on");
      assertThat(shown(page("requester", "/major-incidents")))
          .contains("Being worked on")
          .doesNotContain("The service works again");
      assertThat(manager.incident(number).text()).contains("\"kind\":\"UPDATE\"");
    }

    @Test
    void itsUpdateReachesThoseWhoWait() {
      done(manager, "userTask_sendNextUpdate", Map.of("update", "Broken again: " + number));
      assertThat(page("requester", "/incidents/" + number)).contains("Broken again: " + number);
    }

    @Test
    void itTakesFurtherTechnicalTasksAndCanBeWithdrawn() {
      var added =
          manager.act(
              number,
              "add-technical-task",
              Map.of("group", "second-level", "task", "Tell the users"));
      assertThat(added.status()).as(added.text()).isEqualTo(200);
      var withdrawn = manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only"));
      assertThat(withdrawn.at("major")).as(withdrawn.text()).isEqualTo("false");
      assertThat(tasks(engineer, "userTask_carryOutTechnicalTask").body()).isEmpty();
    }
  }

  @Nested
  class ReopenedAfterItsReview {

    @BeforeEach
    void openedAgain() {
      declared();
      chargeTaken();
      technicalTaskDone();
      incidentResolved();
      done(manager, "userTask_writeReport", aReport());
      done(serviceLevelManager, "userTask_reviewMajorIncident", aReview());
      assertThat(page("top-manager", "/major-incidents")).doesNotContain(number);
      var reopened = as("requester").act(number, "reopen", Map.of("reason", "Still no mail"));
      assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
    }

    @Test
    void itsPageAndTheListSayThatItIsLedAnew() {
      assertThat(page("incident-manager", "/incidents/" + number))
          .contains(
              "Being worked on",
              "Take charge: MAJOR",
              "Send the next update: MAJOR",
              "opening it again after its review",
              "Not a major incident: withdraw")
          .doesNotContain(">Reviewed<");
      assertThat(page("top-manager", "/major-incidents")).contains(number, "Being worked on");
    }

    @Test
    void itIsTakenChargeOfAndMayBeWithdrawn() {
      chargeTaken();
      var withdrawn = manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only"));
      assertThat(withdrawn.at("major")).as(withdrawn.text()).isEqualTo("false");
    }
  }

  @Nested
  class Pages {

    @Test
    void markItInTheList() {
      declared();
      assertThat(page("agent", "/incidents?text=" + number))
          .contains("<strong class=\"badge major\">Major incident</strong>");
    }

    @Test
    void showStaffHowAllStandAndLeadToThem() {
      declared();
      chargeTaken();
      done(manager, "userTask_sendNextUpdate", Map.of("update", "It is the queue of " + number));
      assertThat(page("top-manager", "/major-incidents"))
          .contains("/incidents/" + number, "incident-manager", "It is the queue of " + number);
      assertThat(page("top-manager", "/")).contains("/major-incidents");
    }

    @Test
    void showCustomersThoseOfTheServicesTheyReceive() {
      var south = report("title", "South only");
      south.put("service", "legal");
      south.put("customer", "south-office");
      var souths = reported(agent, south);
      manager.act(souths, "declare-major", Map.of("reason", "No advice"));
      declared();
      chargeTaken();
      done(manager, "userTask_sendNextUpdate", Map.of("update", "Seen by customers " + number));

      assertThat(page("requester", "/major-incidents"))
          .contains(title, "Seen by customers " + number)
          .doesNotContain("South only", "In charge");
      assertThat(page("requester", "/incidents/" + number))
          .contains("Major incident", "Seen by customers " + number)
          .doesNotContain("Who was told what", "Look at the queue", "group:top-management");
    }

    @Test
    void keepRestrictedOnesToThoseConcerned() {
      declared();
      chargeTaken();
      var secret = "a password was given away " + number;
      done(manager, "userTask_sendNextUpdate", Map.of("update", secret));
      var promoted =
          manager.act(
              number, "reclassify", Map.of("mechanism", "SECURITY_INCIDENT", "reason", "Stolen"));
      assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);

      for (String account : List.of("specialist", "service-level-manager", "customer-contact")) {
        assertThat(page(account, "/major-incidents")).as(account).doesNotContain(number, secret);
      }
      for (String account : List.of("incident-manager", "engineer", "top-manager")) {
        assertThat(page(account, "/major-incidents")).as(account).contains(number, secret);
      }
      assertThat(page("specialist", "/incidents/" + number)).doesNotContain(secret);
    }
  }
}
