package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.web.Program;

/** Where an incident may stand, and how it comes there. */
enum Situation {
  REPORTED(Stories::reportedOne),
  TRIAGED(Stories::triaged),
  TAKEN(Stories::taken),
  WAITING_FOR_THE_CUSTOMER(
      story -> story.acted("agent", story.triaged(), "wait", "waitingFor", "CUSTOMER")),
  WAITING_FOR_A_SUPPLIER(
      story -> story.acted("agent", story.taken(), "wait", "waitingFor", "SUPPLIER")),
  RELATED(
      story ->
          story.acted(
              "agent",
              story.triaged(),
              "link",
              "type",
              "RELATED_TO",
              "number",
              story.reportedOne())),
  CHILD(story -> story.childOf(story.triaged())),
  PARENT(Stories::parent),
  MAJOR(Stories::major),
  MAJOR_WITHDRAWN(
      story -> story.acted("incident-manager", story.major(), "withdraw-major", "reason", "One")),
  MAJOR_RESOLVED(story -> story.restored(story.major())),
  RESTRICTED(
      story ->
          story.acted(
              "agent",
              story.triaged(),
              "reclassify",
              "mechanism",
              "SECURITY_INCIDENT",
              "reason",
              "A strange mail")),
  RESOLVED(story -> story.restored(story.triaged())),
  RESOLVED_BY_THE_AGENT(Stories::restoredByTheAgent),
  RESOLVED_BEFORE_ITS_CHILDREN(story -> story.restored(story.parent())),
  RESOLVED_WITH_ITS_PARENT(story -> story.childOf(story.restored(story.triaged()))),
  CONFIRMED_BEFORE_ITS_CHILDREN(Stories::confirmedParent),
  REOPENED_BEFORE_ITS_CHILDREN(
      story -> story.acted("requester", story.confirmedParent(), "reopen", "reason", "Back")),
  REOPENED(
      story ->
          story.acted(
              "requester", story.restored(story.triaged()), "reopen", "reason", "Still broken")),
  CLOSED(Stories::closed),
  CLOSED_FOR_GOOD(Stories::closedForGood),
  CLOSED_AS_A_DUPLICATE(
      story ->
          story.acted(
              "agent",
              story.triaged(),
              "duplicate-of",
              "number",
              story.reportedOne(),
              "reason",
              "The same")),
  CLOSED_AS_A_REQUEST(
      story ->
          story.acted(
              "agent",
              story.triaged(),
              "reclassify",
              "mechanism",
              "SERVICE_REQUEST",
              "reason",
              "A second screen")),
  CANCELLED(story -> story.acted("requester", story.triaged(), "cancel", "reason", "Works again"));

  private final Function<Stories, String> story;

  Situation(Function<Stories, String> story) {
    this.story = story;
  }

  /** The number of a new incident that stands so. */
  String reach(int port, ProcessEngine engine) {
    return story.apply(new Stories(port, engine));
  }

  /** People and what they do until an incident stands where it should. */
  private record Stories(int port, ProcessEngine engine) {

    private static final Duration LONG_AFTER = Duration.ofDays(90);

    String reportedOne() {
      return reported(as("requester"), report());
    }

    String triaged() {
      String number = reportedOne();
      complete("agent", number, "mechanism INCIDENT category other impact MEDIUM urgency MEDIUM");
      return number;
    }

    String taken() {
      return acted("specialist", triaged(), "take");
    }

    String parent() {
      String parent = triaged();
      childOf(parent);
      return parent;
    }

    String childOf(String parent) {
      return acted("agent", triaged(), "link", "type", "CHILD_OF", "number", parent);
    }

    String major() {
      return acted("incident-manager", triaged(), "declare-major", "reason", "All offices");
    }

    String restored(String number) {
      return restored("specialist", number);
    }

    String restoredByTheAgent() {
      return restored(
          "agent", acted("specialist", triaged(), "hand-over", "group", "service-desk"));
    }

    private String restored(String who, String number) {
      complete(
          who, number, "result RESTORED resolution Restarted resolutionCode FIXED causeKnown YES");
      return number;
    }

    String confirmedParent() {
      String parent = restored(parent());
      ManagementService management = engine.getManagementService();
      EngineCalls.internally(
          () ->
              management
                  .createJobQuery()
                  .processInstanceId(instance(parent))
                  .messages()
                  .list()
                  .forEach(job -> management.executeJob(job.getId())));
      return acted("requester", parent, "confirm");
    }

    String closed() {
      return acted("requester", restored(triaged()), "confirm");
    }

    String closedForGood() {
      String number = closed();
      ManagementService management = engine.getManagementService();
      ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(LONG_AFTER)));
      EngineCalls.internally(
          () ->
              management
                  .createJobQuery()
                  .processInstanceId(instance(number))
                  .timers()
                  .list()
                  .forEach(job -> management.executeJob(job.getId())));
      return number;
    }

    String acted(String who, String number, String action, String... values) {
      Map<String, String> all = new HashMap<>();
      for (int i = 0; i < values.length; i += 2) {
        all.put(values[i], values[i + 1]);
      }
      var answer = as(who).act(number, action, all);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return number;
    }

    private String instance(String number) {
      return as("agent").incident(number).at("/process/instanceId");
    }

    private Program as(String account) {
      return Program.of(port, account);
    }

    private void complete(String who, String number, String values) {
      var tasks =
          as(who)
              .get(
                  "/engine-rest/task?processInstanceBusinessKey="
                      + number
                      + "&taskDefinitionKeyIn=userTask_triageIncident,userTask_restoreService");
      String task = "/engine-rest/task/" + tasks.at("/0/id");
      if (tasks.at("/0/assignee") == null) {
        assertThat(as(who).post(task + "/claim", Map.of("userId", who)).status()).isEqualTo(204);
      }
      Map<String, Object> variables = new HashMap<>();
      String[] words = values.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        variables.put(words[i], Map.of("value", words[i + 1]));
      }
      var done = as(who).post(task + "/complete", Map.of("variables", variables));
      assertThat(done.status()).as(done.text()).isEqualTo(204);
    }
  }
}
