package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.incident.process.MajorIncidentDesk.OTHER_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.major.How;
import org.itsmsuite.incident.major.MajorIncident.Stage;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each way through the model of major incidents, told as a story; together they pass every node and
 * every flow.
 */
class MajorIncidentProcessTest extends MajorIncidentStories {

  private static final CoveredDesk COVERED = new CoveredDesk();

  @RegisterExtension
  static ProcessEngineCoverageExtension coverage =
      COVERED.demanding(1.0, "incident-triage", "incident-waiting");

  MajorIncidentProcessTest() {
    super(COVERED.desk);
  }

  @AfterAll
  static void closeTheDesk() {
    COVERED.desk.close();
  }

  @Nested
  class FromDeclarationToReview {

    @Test
    void theCriteriaDeclareItAndTopManagementIsToldProvably() {
      String number = desk.declared();

      BpmnAwareTests.assertThat(desk.leading(number)).hasPassed("serviceTask_informTopManagement");
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_takeCharge", "userTask_sendNextUpdate");
      assertThat(desk.major(number).declaration().how()).isEqualTo(How.CRITERIA);
      assertThat(desk.major(number).declaration().agreedWith()).isEqualTo("north-office");
      assertThat(desk.major(number).declaration().agreedOn()).isEqualTo("2026-01-15");
      assertThat(desk.told(number))
          .contains(
              "major-incident-declared group:top-management",
              "major-incident-declared group:incident-managers",
              "major-incident-declared user:customer-contact",
              "major-incident-declared mail:north-office@example.org");
      assertThat(fact(number, "managementInformed").after().get("recipients"))
          .asList()
          .contains("group:top-management", "group:incident-managers", "user:customer-contact");
      assertThat(fact(number, "managementInformed").at()).isEqualTo(MONDAY_NINE);
      assertThat(fact(number, "managementInformed").process()).startsWith("major-incident:");
    }

    @Test
    void whereNobodyOfTopManagementCanBeToldNoFactSaysSo() {
      memory.notifications().losesTouchWith("group:top-management");
      String number = desk.declared();

      assertThat(desk.majorFacts(number)).doesNotContain("majorIncident.managementInformed");
      assertThat(fact(number, "managementNotReached").after())
          .containsEntry("notReached", List.of("group:top-management"));
      assertThat(fact(number, "managementNotReached").after().get("recipients"))
          .asList()
          .contains("group:incident-managers")
          .doesNotContain("group:top-management");
    }

    @Test
    void whoeverWasMissedAtTheDeclarationIsToldOfTheUpdatesAllTheSame() {
      memory.notifications().losesTouchWith("group:top-management");
      String number = desk.led();
      memory.notifications().clear();
      desk.update(number, "We know the cause");

      assertThat(desk.told(number)).contains("major-incident-update group:top-management");
    }

    @Test
    void noTechnicalTaskCanBeAddedForAGroupThatCannotSeeIt() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);

      assertThat(memory.majors().groupsForTasks())
          .extracting(group -> group.id())
          .containsExactly("service-desk", "second-level", "third-level", "security-team");
      assertThatThrownBy(() -> memory.majors().addTechnicalTask(number, "suppliers", "Look"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refused -> {
                assertThat(refused.key()).isEqualTo("incident.group-sees-no-task");
                assertThat(refused.offences().get(0).field()).isEqualTo("group");
                assertThat(refused.getMessage())
                    .contains("service-desk, second-level, third-level, security-team");
              });
    }

    @Test
    void anotherManagerMayBeNamedAndIsTold() {
      String number = desk.declared();
      memory.as(OTHER_MANAGER);
      desk.complete(number, "userTask_takeCharge", Map.of("manager", "incident-manager"));

      assertThat(desk.major(number).lead().manager()).isEqualTo("incident-manager");
      assertThat(desk.told(number)).contains("major-incident-manager-named user:incident-manager");
    }

    @Test
    void eachGroupGetsItsTechnicalTask() {
      String number = desk.declared();
      desk.takeCharge(
          number,
          Map.of(
              "groups", List.of("second-level", "third-level"),
              "task_second_level", "Restart the server",
              "task_third_level", "Look at the queue"));

      List<Task> tasks =
          memory
              .engine()
              .getTaskService()
              .createTaskQuery()
              .taskDefinitionKey("userTask_carryOutTechnicalTask")
              .orderByTaskCreateTime()
              .asc()
              .list();
      assertThat(tasks)
          .extracting(task -> memory.majorFacts(number, task).get("task"))
          .containsExactlyInAnyOrder("Restart the server", "Look at the queue");
      assertThat(tasks)
          .allSatisfy(
              task ->
                  assertThat(desk.groups(task))
                      .contains("incident-managers")
                      .hasSize(2)
                      .containsAnyOf("second-level", "third-level"));
      assertThat(desk.told(number)).contains("major-incident-technical-task group:second-level");
    }

    @Test
    void anUpdateReachesEverybodyAndComesAgain() {
      String number = desk.led();
      memory.at(MONDAY_NINE.plus(Duration.ofMinutes(20)));
      desk.update(number, "We know the cause");

      BpmnAwareTests.assertThat(desk.leading(number)).hasPassed("serviceTask_sendUpdate");
      assertThat(desk.told(number))
          .contains(
              "major-incident-update group:top-management",
              "major-incident-update group:incident-managers",
              "major-incident-update user:requester",
              "major-incident-update user:customer-contact",
              "major-incident-update mail:north-office@example.org");
      assertThat(fact(number, "updateSent").after())
          .containsEntry("text", "We know the cause")
          .containsEntry("update", 1);
      assertThat(desk.clock(number, ClockKind.UPDATE).dueAt())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(50)));
      assertThat(desk.open(number, "userTask_sendNextUpdate").getDueDate().toInstant())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(50)));
      desk.update(number, "It is mended");
      assertThat(desk.major(number).lead().word().count()).isEqualTo(2);
    }

    @Test
    void itIsNotOverBeforeTheIncidentHasEndedAndAllTechnicalTasksAreDone() {
      String number = desk.led();
      desk.incidentEnds(number);

      BpmnAwareTests.assertThat(desk.leading(number))
          .hasPassed("event_incidentEnded", "serviceTask_endUpdates");
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_carryOutTechnicalTask");
      assertThat(desk.major(number).stage()).isEqualTo(Stage.ENDED);
      assertThat(desk.clock(number, ClockKind.UPDATE).state())
          .isIn(ClockState.MET, ClockState.CANCELLED);

      desk.technicalTaskDone(number, Map.of());
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void theReviewOffersAProblemAndProposesImprovements() {
      String number = desk.reportWritten();
      desk.review(number, Map.of());

      assertThat(desk.leading(number)).isNull();
      assertThat(desk.hasPassedWhileLed(number, "endEvent_majorIncidentReviewed")).isTrue();
      assertThat(memory.incidents().messages(number))
          .extracting(message -> message.interfaceId() + " " + message.name())
          .containsExactly("I-02 incident.problemOffered", "I-03 incident.improvementProposed");
      assertThat(desk.major(number).stage()).isEqualTo(Stage.REVIEWED);
      assertThat(desk.isMajor(number)).isTrue();
    }

    @Test
    void aProblemIsOfferedEvenIfTheReviewWantsNoneAndNothingIsToBecomeBetter() {
      String number = desk.reportWritten();
      desk.review(
          number,
          Map.of("improvements", "", "problemWanted", "NO", "whyNoProblem", "The cause is gone"));

      assertThat(memory.incidents().messages(number))
          .extracting(message -> message.interfaceId())
          .containsExactly("I-02");
      assertThat(desk.hasPassedWhileLed(number, "throwEvent_improvementProposed")).isFalse();
      assertThat(fact(number, "reviewed").after())
          .containsEntry("problemWanted", false)
          .containsEntry("whyNoProblem", "The cause is gone");
    }
  }

  @Nested
  class WhileLed {

    @Test
    void aFurtherTechnicalTaskCanBeAdded() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);
      memory.majors().addTechnicalTask(number, "second-level", "Tell the users");

      Task further = desk.open(number, "userTask_carryOutFurtherTechnicalTask");
      assertThat(memory.majorFacts(number, further)).containsEntry("task", "Tell the users");
      assertThat(desk.groups(further))
          .containsExactlyInAnyOrder("second-level", "incident-managers");
      assertThat(desk.technicalTasks(number))
          .extracting(TechnicalTask::position)
          .containsExactly(1, 2);

      desk.technicalTaskDone(number, Map.of());
      desk.incidentEnds(number);
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_carryOutFurtherTechnicalTask");
      desk.complete(further, Map.of("outcome", "NOT_POSSIBLE", "result", "No list of users"));
      BpmnAwareTests.assertThat(desk.leading(number))
          .hasPassed("endEvent_furtherTechnicalTaskDone");
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void oneCanBeAddedBeforeAnybodyIsInCharge() {
      String number = desk.declared();
      memory.majors().addTechnicalTask(number, "second-level", "Tell the users");
      desk.takeCharge(number, Map.of());

      assertThat(desk.technicalTasks(number)).hasSize(2).allMatch(task -> task.task() != null);
      assertThat(memory.majorFacts(number, desk.open(number, "userTask_carryOutTechnicalTask")))
          .containsEntry("task", "Look at the queue");
    }
  }

  @Nested
  class Withdrawn {

    @Test
    void everybodyWhoHadBeenToldHearsIt() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);
      memory.majors().withdraw(number, "One mailbox only");

      assertThat(desk.leading(number)).isNull();
      assertThat(desk.hasPassedWhileLed(number, "endEvent_majorWithdrawn")).isTrue();
      assertThat(desk.told(number))
          .contains(
              "major-incident-withdrawn group:top-management",
              "major-incident-withdrawn group:incident-managers",
              "major-incident-withdrawn user:customer-contact",
              "major-incident-withdrawn user:requester");
      assertThat(fact(number, "withdrawn").after()).containsEntry("reason", "One mailbox only");
      assertThat(desk.isMajor(number)).isFalse();
      assertThat(desk.technicalTasks(number))
          .extracting(TechnicalTask::outcome)
          .containsExactly(TechnicalTask.Outcome.CALLED_OFF);
      assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.CANCELLED);
      assertThat(desk.incident(number).isOpen()).isTrue();
    }
  }

  @Nested
  class Ended {

    @Test
    void cancellingTheIncidentLeavesReportAndReview() {
      String number = desk.led();
      memory.incidents().cancel(number, "Reported twice");
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void passingItOnAsSomethingElseLeavesReportAndReview() {
      String number = desk.led();
      memory.incidents().reclassify(number, Mechanism.SERVICE_REQUEST, null, "Nothing is broken");
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void whatHasEndedBeforeIsReportedAllTheSame() {
      String number = desk.declared();
      memory.majors().withdraw(number, "By mistake");
      desk.restore(number, Map.of());
      desk.leadByHand(number);

      BpmnAwareTests.assertThat(desk.leading(number))
          .hasNotPassed("userTask_sendNextUpdate")
          .hasPassed("serviceTask_endUpdates");
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_takeCharge");
      desk.takeCharge(number, Map.of("groups", "", "task_third_level", ""));
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }
  }

  @Nested
  class Reopened {

    @Test
    void itIsLedAgainWhenTheReportIsAwaited() {
      String number = desk.ended();
      desk.incidentReopens(number);

      BpmnAwareTests.assertThat(desk.leading(number)).hasPassed("event_incidentReopened");
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_takeCharge", "userTask_sendNextUpdate");
      assertThat(desk.major(number).stage()).isEqualTo(Stage.LED);
      assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.RUNNING);
      assertThat(desk.open(number, "userTask_sendNextUpdate").getDueDate()).isNotNull();
    }

    @Test
    void itIsLedAgainAtOnceWhileTechnicalTasksGoOn() {
      String number = desk.led();
      desk.incidentEnds(number);
      desk.incidentReopens(number);

      BpmnAwareTests.assertThat(desk.leading(number))
          .hasPassed("startEvent_incidentReopened", "serviceTask_resumeLeadingAtOnce");
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_carryOutTechnicalTask", "userTask_sendNextUpdate");
    }

    @Test
    void theReportIsWrittenAnewFromTheOneBefore() {
      String number = desk.reportWritten();
      desk.incidentReopens(number);
      desk.takeCharge(number, Map.of());
      desk.technicalTaskDone(number, Map.of());
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
      assertThat(memory.majorFacts(number, desk.open(number, "userTask_writeReport")).get("cause"))
          .isEqualTo("A full queue");
      desk.report(number);
      desk.review(number, Map.of());
      assertThat(desk.leading(number)).isNull();
    }

    @Test
    void afterItsReviewTheCriteriaDeclareItAnew() {
      String number = desk.reportWritten();
      desk.review(number, Map.of());
      var first = desk.major(number).id();
      desk.incidentReopens(number);

      assertThat(desk.majorFacts(number)).doesNotContain("majorIncident.resumed");
      assertThat(desk.major(number).stage()).isEqualTo(Stage.LED);
      assertThat(desk.major(number).id()).isNotEqualTo(first);
    }
  }

  @Nested
  class Overdue {

    @Test
    void aReportThatDoesNotComeIsToldToIncidentManagersThenToTopManagement() {
      String number = desk.ended();
      memory.timers().fire(number, "event_reportOverdue");

      BpmnAwareTests.assertThat(desk.leading(number)).hasPassed("serviceTask_remindOfOverdue");
      assertThat(memory.now()).isEqualTo("2026-03-04T17:00:00Z");
      assertThat(desk.told(number))
          .contains("major-incident-report-overdue group:incident-managers")
          .doesNotContain("major-incident-report-overdue group:top-management");

      memory.timers().fire(number, "event_reportOverdue");
      assertThat(memory.now()).isEqualTo("2026-03-05T17:00:00Z");
      assertThat(desk.told(number)).contains("major-incident-report-overdue group:top-management");
      memory.timers().fire(number, "event_reportOverdue");
      assertThat(memory.now()).isEqualTo("2026-03-09T17:00:00Z");
      assertThat(desk.majorFacts(number))
          .filteredOn("majorIncident.overdueTold"::equals)
          .hasSize(3);
      assertThat(memory.actor()).isNotEqualTo(Actor.SYSTEM);
    }

    @Test
    void aReviewThatDoesNotComeIsTold() {
      String number = desk.reportWritten();
      memory.timers().fire(number, "event_reviewOverdue");

      assertThat(desk.told(number))
          .contains("major-incident-review-overdue group:incident-managers");
    }

    @Test
    void aReportThatIsOverdueWhenItsTaskComesIsToldAtOnce() {
      String number = desk.led();
      desk.incidentEnds(number);
      memory.at(MONDAY_NINE.plus(Duration.ofDays(7)));
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.told(number))
          .contains(
              "major-incident-report-overdue group:incident-managers",
              "major-incident-report-overdue group:top-management");
    }
  }
}
