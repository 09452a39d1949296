package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.incident.process.MajorIncidentDesk.ENGINEER;
import static org.itsmsuite.incident.process.MajorIncidentDesk.OTHER_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;
import static org.itsmsuite.incident.process.TriageDesk.REQUESTER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.major.Declaration;
import org.itsmsuite.incident.major.How;
import org.itsmsuite.incident.major.MajorIncident.Stage;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each way through the model of major incidents, told as a story; together they pass every node and
 * every flow.
 */
class MajorIncidentProcessTest {

  private static final CoveredDesk COVERED = new CoveredDesk();

  @RegisterExtension
  static ProcessEngineCoverageExtension coverage =
      COVERED.demanding(1.0, "incident-triage", "incident-waiting");

  private final MajorIncidentDesk desk = new MajorIncidentDesk(COVERED.desk);

  @BeforeEach
  void assertOnThisEngine() {
    BpmnAwareTests.init(COVERED.desk.engine());
  }

  @AfterEach
  void nothingThatPeopleWroteIsInTheEngineAndTheDeskIsCleared() {
    assertThat(
            COVERED.desk.engine().getRuntimeService().createVariableInstanceQuery().list().stream()
                .map(variable -> variable.getName())
                .toList())
        .as("counters of the parallel tasks and what they are about, nothing else")
        .isSubsetOf(
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "loopCounter",
            "technicalTask");
    COVERED.desk.forgetAll();
  }

  @AfterAll
  static void closeTheDesk() {
    COVERED.desk.close();
  }

  private LedgerEntry fact(String number, String what) {
    return COVERED.desk.ledger().of(number).stream()
        .filter(entry -> entry.what().equals("majorIncident." + what))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static void assertRefused(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .satisfies(
            failure ->
                assertThat(EngineRefusals.in(failure)).get().extracting("key").isEqualTo(key));
  }

  @Nested
  class Declared {

    @Test
    void notByAReportThatNobodyHasLookedAt() {
      String number = desk.reported(Impact.HIGH, Urgency.HIGH);

      assertThat(desk.incident(number).assessment().priority()).isEqualTo("P1");
      assertThat(desk.isMajor(number)).isFalse();
    }

    @Test
    void byANewPriorityThatMeetsTheCriteria() {
      String number = desk.triaged();
      assertThat(desk.isMajor(number)).isFalse();
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, null);

      assertThat(desk.isMajor(number)).isTrue();
      assertThat(desk.major(number).declaration().how()).isEqualTo(How.CRITERIA);
      assertThat(desk.major(number).declaration().reason()).isEqualTo("Highest priority.");
    }

    @Test
    void byAPersonWhateverTheCriteriaSay() {
      String number = desk.reported();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.majors().declare(number, "The newspapers have called");

      assertThat(desk.major(number).declaration())
          .returns(How.PERSON, Declaration::how)
          .returns("incident-manager", Declaration::by)
          .returns("The newspapers have called", Declaration::reason)
          .returns("north-office", Declaration::agreedWith);
      assertThat(desk.told(number)).contains("major-incident-declared group:top-management");
      assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_triageIncident");
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_takeCharge", "userTask_sendNextUpdate");
    }

    @Test
    void notOnceTheIncidentHasEnded() {
      String number = desk.closed();

      assertRefused(() -> COVERED.desk.majors().declare(number, "Too late"), "incident.not-open");
      assertThat(desk.majorFacts(number)).isEmpty();
    }

    @Test
    void onlyThoseConcernedHearOfARestrictedOne() {
      String number = desk.reportedAsSecurity();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.majors().declare(number, "All passwords");

      assertThat(desk.concerned(number))
          .contains("group:top-management", "group:incident-managers");
      assertThat(desk.told(number))
          .contains(
              "major-incident-declared group:top-management",
              "major-incident-declared group:incident-managers")
          .doesNotContain(
              "major-incident-declared user:customer-contact",
              "major-incident-declared mail:north-office@example.org");
      assertThat(fact(number, "managementInformed").after().get("recipients"))
          .asList()
          .contains("group:top-management")
          .doesNotContain("user:customer-contact");
      assertThat(desk.open(number, "userTask_takeCharge").getName())
          .isEqualTo("Take charge: MAJOR P3 " + number);
      desk.takeCharge(number, Map.of());
      desk.update(number, "New ones are given");
      assertThat(desk.concerned(number)).contains("group:third-level", "user:incident-manager");
      assertThat(desk.told(number))
          .contains("major-incident-update user:requester")
          .doesNotContain("major-incident-update user:customer-contact");
    }

    @Test
    void thoseWhoLeadItStayConcernedWhenItBecomesRestricted() {
      String number = desk.led();
      COVERED
          .desk
          .incidents()
          .reclassify(number, Mechanism.SECURITY_INCIDENT, null, "A password was given away");

      assertThat(desk.concerned(number))
          .contains(
              "group:top-management",
              "group:incident-managers",
              "group:third-level",
              "user:incident-manager");
      Task update = desk.open(number, "userTask_sendNextUpdate");
      assertThat(update.getAssignee()).isEqualTo("incident-manager");
      assertThat(update.getName()).isEqualTo("Send the next update: MAJOR P1 " + number);
      assertThat(desk.groups(desk.open(number, "userTask_carryOutTechnicalTask")))
          .contains("third-level");
    }
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
    void theUpdateClockRunsFromTheDeclarationOn() {
      String number = desk.declared();

      assertThat(desk.clock(number, ClockKind.UPDATE).dueAt())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(30)));
      assertThat(desk.open(number, "userTask_sendNextUpdate").getDueDate().toInstant())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whoeverCompletesTheTaskIsInCharge() {
      String number = desk.declared();
      desk.takeCharge(number, Map.of());

      assertThat(desk.major(number).lead().manager()).isEqualTo("incident-manager");
      assertThat(desk.open(number, "userTask_sendNextUpdate").getAssignee())
          .isEqualTo("incident-manager");
      assertThat(fact(number, "chargeTaken").after()).containsEntry("manager", "incident-manager");
    }

    @Test
    void anotherManagerMayBeNamedAndIsTold() {
      String number = desk.declared();
      COVERED.desk.as(OTHER_MANAGER);
      desk.complete(number, "userTask_takeCharge", Map.of("manager", "incident-manager"));

      assertThat(desk.major(number).lead().manager()).isEqualTo("incident-manager");
      assertThat(desk.told(number)).contains("major-incident-manager-named user:incident-manager");
    }

    @Test
    void nobodyElseCanBeInCharge() {
      String number = desk.declared();
      COVERED.desk.as(INCIDENT_MANAGER);

      assertRefused(
          () -> desk.complete(number, "userTask_takeCharge", Map.of("manager", "engineer")),
          "incident.unknown-manager");
      assertRefused(
          () -> desk.complete(number, "userTask_takeCharge", Map.of("manager", "nobody")),
          "incident.unknown-manager");
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
          COVERED
              .desk
              .engine()
              .getTaskService()
              .createTaskQuery()
              .taskDefinitionKey("userTask_carryOutTechnicalTask")
              .orderByTaskCreateTime()
              .asc()
              .list();
      assertThat(tasks)
          .extracting(task -> COVERED.desk.majorFacts(number, task).get("task"))
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
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofMinutes(20)));
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
    void nobodyGetsAroundTakingCharge() {
      String number = desk.declared();
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_takeCharge");
      desk.takeCharge(number, Map.of("groups", "", "task_third_level", ""));
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void reportAndReviewAreDueAsAgreed() {
      String number = desk.ended();

      assertThat(desk.open(number, "userTask_writeReport").getDueDate().toInstant())
          .isEqualTo("2026-03-04T17:00:00Z");
      assertThat(desk.open(number, "userTask_writeReport").getAssignee())
          .isEqualTo("incident-manager");
      desk.report(number);
      assertThat(desk.open(number, "userTask_reviewMajorIncident").getDueDate().toInstant())
          .isEqualTo("2026-03-09T17:00:00Z");
      assertThat(fact(number, "reported").after()).containsEntry("cause", "A full queue");
    }

    @Test
    void whoeverWroteTheReportDoesNotReviewIt() {
      String number = desk.reportWritten();
      COVERED.desk.as(INCIDENT_MANAGER);

      assertRefused(
          () ->
              desk.complete(
                  number,
                  "userTask_reviewMajorIncident",
                  Map.of("participants", "I", "findings", "None", "problemWanted", "YES")),
          "incident.own-report");
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_reviewMajorIncident");
    }

    @Test
    void theReviewOffersAProblemAndProposesImprovements() {
      String number = desk.reportWritten();
      desk.review(number, Map.of());

      assertThat(desk.leading(number)).isNull();
      assertThat(desk.hasPassedWhileLed(number, "endEvent_majorIncidentReviewed")).isTrue();
      assertThat(COVERED.desk.incidents().messages(number))
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

      assertThat(COVERED.desk.incidents().messages(number))
          .extracting(message -> message.interfaceId())
          .containsExactly("I-02");
      assertThat(desk.hasPassedWhileLed(number, "throwEvent_improvementProposed")).isFalse();
      assertThat(fact(number, "reviewed").after())
          .containsEntry("problemWanted", false)
          .containsEntry("whyNoProblem", "The cause is gone");
    }

    @Test
    void everyStepLeavesItsFact() {
      String number = desk.led();
      desk.update(number, "We know the cause");
      desk.technicalTaskDone(number, Map.of());
      desk.incidentEnds(number);
      desk.report(number);
      desk.review(number, Map.of());

      assertThat(desk.majorFacts(number))
          .containsExactly(
              "majorIncident.declared",
              "majorIncident.managementInformed",
              "majorIncident.chargeTaken",
              "majorIncident.technicalTaskGiven",
              "majorIncident.updateSent",
              "majorIncident.technicalTaskDone",
              "majorIncident.ended",
              "majorIncident.reported",
              "majorIncident.reviewed");
    }

    @Test
    void theReportBeginsWithTheCourseOfEventsFromTheLedger() {
      String number = desk.led();
      desk.update(number, "We know the cause");
      desk.technicalTaskDone(number, Map.of());
      desk.incidentEnds(number);

      assertThat(
              COVERED
                  .desk
                  .majorFacts(number, desk.open(number, "userTask_writeReport"))
                  .get("course"))
          .asString()
          .contains(
              "2026-03-02 08:00 Reported: E-mail does not arrive",
              "Declared a major incident: Highest priority.",
              "Told: group:incident-managers, group:top-management",
              "In charge: incident-manager",
              "Technical task for third-level: Look at the queue",
              "Technical task of third-level, done: Queue emptied",
              "Update 1: We know the cause",
              "Resolved.");
    }
  }

  @Nested
  class WhileLed {

    @Test
    void aFurtherTechnicalTaskCanBeAdded() {
      String number = desk.led();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.majors().addTechnicalTask(number, "second-level", "Tell the users");

      Task further = desk.open(number, "userTask_carryOutFurtherTechnicalTask");
      assertThat(COVERED.desk.majorFacts(number, further)).containsEntry("task", "Tell the users");
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
      COVERED.desk.majors().addTechnicalTask(number, "second-level", "Tell the users");
      desk.takeCharge(number, Map.of());

      assertThat(desk.technicalTasks(number)).hasSize(2).allMatch(task -> task.task() != null);
      assertThat(
              COVERED.desk.majorFacts(number, desk.open(number, "userTask_carryOutTechnicalTask")))
          .containsEntry("task", "Look at the queue");
    }

    @Test
    void noneCanBeAddedForAGroupThatDoesNotExist() {
      String number = desk.led();

      assertRefused(
          () -> COVERED.desk.majors().addTechnicalTask(number, "no-group", "Nothing"),
          "incident.unknown-group");
    }

    @Test
    void noneCanBeAddedOnceItHasEnded() {
      String number = desk.ended();

      assertRefused(
          () -> COVERED.desk.majors().addTechnicalTask(number, "second-level", "Too late"),
          "incident.major-ended");
    }

    @Test
    void theManagerCallsATechnicalTaskOffAndNobodyElseDoes() {
      String number = desk.led();
      COVERED.desk.as(ENGINEER);
      Map<String, Object> off = Map.of("outcome", "CALLED_OFF", "result", "Not needed");

      assertRefused(
          () -> desk.complete(number, "userTask_carryOutTechnicalTask", off),
          "incident.call-off-not-allowed");
      COVERED.desk.as(INCIDENT_MANAGER);
      desk.complete(number, "userTask_carryOutTechnicalTask", off);
      assertThat(desk.technicalTasks(number))
          .extracting(TechnicalTask::outcome)
          .containsExactly(TechnicalTask.Outcome.CALLED_OFF);
    }

    @Test
    void anotherManagerTakesOver() {
      String number = desk.led();
      COVERED.desk.as(OTHER_MANAGER);
      assertRefused(
          () -> COVERED.desk.majors().nameManager(number, "incident-manager"),
          "incident.same-manager");
      COVERED.desk.majors().nameManager(number, "incident-manager-2");

      assertThat(desk.major(number).lead().manager()).isEqualTo("incident-manager-2");
      assertThat(desk.open(number, "userTask_sendNextUpdate").getAssignee())
          .isEqualTo("incident-manager-2");
      assertThat(fact(number, "managerNamed").before())
          .containsEntry("manager", "incident-manager");
    }

    @Test
    void nobodyTakesOverBeforeSomebodyIsInCharge() {
      String number = desk.declared();
      COVERED.desk.as(OTHER_MANAGER);

      assertRefused(
          () -> COVERED.desk.majors().nameManager(number, "incident-manager-2"),
          "incident.no-charge-taken");
    }

    @Test
    void itIsNotDeclaredTwice() {
      String number = desk.led();
      COVERED.desk.as(INCIDENT_MANAGER);

      assertRefused(() -> COVERED.desk.majors().declare(number, "Again"), "incident.already-major");
      assertRefused(() -> desk.leadByHand(number), "incident.already-major");
      assertThat(desk.majorFacts(number)).containsOnlyOnce("majorIncident.declared");
    }

    @Test
    void theCriteriaDoNotDeclareItAgain() {
      String number = desk.led();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.MEDIUM, "Less");
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, "More");

      assertThat(desk.majorFacts(number)).containsOnlyOnce("majorIncident.declared");
    }
  }

  @Nested
  class Withdrawn {

    @Test
    void everybodyWhoHadBeenToldHearsIt() {
      String number = desk.led();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.majors().withdraw(number, "One mailbox only");

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

    @Test
    void itStandsUntilAPersonDeclaresAnew() {
      String number = desk.led();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.majors().withdraw(number, "One mailbox only");
      COVERED.desk.incidents().setPriority(number, Impact.MEDIUM, Urgency.HIGH, "One only");
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, "All again");
      assertThat(desk.leading(number)).isNull();

      COVERED.desk.majors().declare(number, "All mailboxes");
      assertThat(desk.major(number).stage()).isEqualTo(Stage.LED);
      assertThat(desk.major(number).declaration().how()).isEqualTo(How.PERSON);
      assertThat(desk.isMajor(number)).isTrue();
      assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void itCannotBeOnceTheIncidentHasEnded() {
      String number = desk.ended();
      COVERED.desk.as(INCIDENT_MANAGER);

      assertRefused(
          () -> COVERED.desk.majors().withdraw(number, "Too late"), "incident.major-ended");
    }

    @Test
    void whatIsNotMajorCannotBeWithdrawn() {
      String number = desk.triaged();

      assertRefused(() -> COVERED.desk.majors().withdraw(number, "No"), "incident.not-major");
    }
  }

  @Nested
  class Ended {

    @Test
    void cancellingTheIncidentLeavesReportAndReview() {
      String number = desk.led();
      COVERED.desk.incidents().cancel(number, "Reported twice");
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void passingItOnAsSomethingElseLeavesReportAndReview() {
      String number = desk.led();
      COVERED
          .desk
          .incidents()
          .reclassify(number, Mechanism.SERVICE_REQUEST, null, "Nothing is broken");
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void theIncidentIsClosedAndTheMajorIncidentGoesOn() {
      String number = desk.ended();
      COVERED.desk.as(REQUESTER);
      COVERED.desk.incidents().confirm(number);

      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      desk.report(number);
      COVERED.desk.timers().fire(number, "event_reopenLimit");
      assertThat(desk.hasEnded(number)).isFalse();
      desk.review(number, Map.of());
      assertThat(desk.hasEnded(number)).isTrue();
    }

    @Test
    void whatHasEndedBeforeIsReportedAllTheSame() {
      String number = desk.declared();
      COVERED.desk.majors().withdraw(number, "By mistake");
      desk.restore(number, Map.of());
      desk.leadByHand(number);

      BpmnAwareTests.assertThat(desk.leading(number))
          .hasNotPassed("userTask_sendNextUpdate")
          .hasPassed("serviceTask_endUpdates");
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_takeCharge");
      desk.takeCharge(number, Map.of("groups", "", "task_third_level", ""));
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void anIncidentThatIsNotMajorEndsWithoutMore() {
      String number = desk.resolved();
      desk.incidentReopens(number);

      assertThat(desk.majorFacts(number)).isEmpty();
      assertRefused(() -> desk.leadByHand(number), "incident.criteria-not-met");
    }

    @Test
    void endingTwiceIsEndingOnce() {
      String number = desk.led();
      desk.incidentEnds(number);
      desk.incidentReopens(number);
      desk.incidentEnds(number);

      assertThat(desk.majorFacts(number)).containsOnlyOnce("majorIncident.ended");
      desk.technicalTaskDone(number, Map.of());
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
    void itIsLedAgainWhenTechnicalTasksHadGoneOn() {
      String number = desk.led();
      desk.incidentEnds(number);
      desk.incidentReopens(number);
      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_carryOutTechnicalTask");
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder("userTask_takeCharge", "userTask_sendNextUpdate");
    }

    @Test
    void theReportIsWrittenAnewFromTheOneBefore() {
      String number = desk.reportWritten();
      desk.incidentReopens(number);
      desk.takeCharge(number, Map.of());
      desk.technicalTaskDone(number, Map.of());
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
      assertThat(
              COVERED
                  .desk
                  .majorFacts(number, desk.open(number, "userTask_writeReport"))
                  .get("cause"))
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
      COVERED.desk.timers().fire(number, "event_reportOverdue");

      BpmnAwareTests.assertThat(desk.leading(number)).hasPassed("serviceTask_remindOfOverdue");
      assertThat(COVERED.desk.now()).isEqualTo("2026-03-04T17:00:00Z");
      assertThat(desk.told(number))
          .contains("major-incident-report-overdue group:incident-managers")
          .doesNotContain("major-incident-report-overdue group:top-management");

      COVERED.desk.timers().fire(number, "event_reportOverdue");
      assertThat(COVERED.desk.now()).isEqualTo("2026-03-05T17:00:00Z");
      assertThat(desk.told(number)).contains("major-incident-report-overdue group:top-management");
      COVERED.desk.timers().fire(number, "event_reportOverdue");
      assertThat(COVERED.desk.now()).isEqualTo("2026-03-09T17:00:00Z");
      assertThat(desk.majorFacts(number))
          .filteredOn("majorIncident.overdueTold"::equals)
          .hasSize(3);
      assertThat(COVERED.desk.actor()).isNotEqualTo(Actor.SYSTEM);
    }

    @Test
    void aReviewThatDoesNotComeIsTold() {
      String number = desk.reportWritten();
      COVERED.desk.timers().fire(number, "event_reviewOverdue");

      assertThat(desk.told(number))
          .contains("major-incident-review-overdue group:incident-managers");
    }

    @Test
    void oneLateFiringTellsAllThatWasDue() {
      String number = desk.ended();
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofDays(30)));
      COVERED.desk.timers().fire(number, "event_reportOverdue");

      assertThat(desk.majorFacts(number))
          .filteredOn("majorIncident.overdueTold"::equals)
          .hasSize(3);
    }

    @Test
    void aReportThatIsOverdueWhenItsTaskComesIsToldAtOnce() {
      String number = desk.led();
      desk.incidentEnds(number);
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofDays(7)));
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.told(number))
          .contains(
              "major-incident-report-overdue group:incident-managers",
              "major-incident-report-overdue group:top-management");
    }
  }
}
