package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.incident.process.TriageDesk.AGENT;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;
import static org.itsmsuite.incident.process.TriageDesk.REQUESTER;
import static org.itsmsuite.incident.process.TriageDesk.SPECIALIST;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.WaitingReason;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each way through the incident's models, told as a story; together they pass every node and every
 * flow.
 */
class IncidentTriageProcessTest {

  private static final CoveredDesk COVERED = new CoveredDesk();

  @RegisterExtension
  static ProcessEngineCoverageExtension coverage = COVERED.demanding(1.0, "major-incident");

  private final TriageDesk desk = new TriageDesk(COVERED.desk);

  @BeforeEach
  void assertOnThisEngine() {
    BpmnAwareTests.init(COVERED.desk.engine());
  }

  @AfterEach
  void noVariableIsLeftBehindAndTheDeskIsCleared() {
    assertThat(desk.storedVariables()).isZero();
    COVERED.desk.forgetAll();
  }

  private static Object reasonTold(String number, String template) {
    return COVERED.desk.notifications().told().stream()
        .map(told -> told.notification())
        .filter(one -> one.record().equals(number) && one.template().equals(template))
        .map(one -> one.values().get("reason"))
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void closeTheDesk() {
    COVERED.desk.close();
  }

  @Nested
  class WhenItIsFoundToBeSomethingElse {

    @Test
    void itIsPassedOnAsARequestWithItsNumberItsTimesAndTheReason() {
      String number = desk.triaged();
      Instant opened = desk.incident(number).openedAt();
      COVERED.desk.as(SPECIALIST);
      COVERED
          .desk
          .incidents()
          .reclassify(number, Mechanism.SERVICE_REQUEST, null, "Asks for a second screen");

      assertThat(desk.hasPassed(number, "serviceTask_reclassifyIncident")).isTrue();
      assertThat(desk.hasPassed(number, "throwEvent_foundToBeRequest")).isTrue();
      assertThat(desk.incident(number).openedAt()).isEqualTo(opened);
      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      assertThat(desk.fact(number, "incident.reclassified").after())
          .containsEntry("mechanism", "SERVICE_REQUEST")
          .containsEntry("reason", "Asks for a second screen");
    }

    @Test
    void itIsClosedAsADuplicateOfAnOlderOne() {
      String original = desk.reported();
      String number = desk.triaged();
      COVERED.desk.incidents().reclassify(number, Mechanism.DUPLICATE, original, "The same door");

      assertThat(desk.incident(number).assessment().duplicateOf()).isEqualTo(original);
      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void whatWasPassedOnByMistakeComesBackAsAnIncident() {
      String number = desk.reported();
      desk.triage(number, Map.of("mechanism", "SERVICE_REQUEST"));
      COVERED.desk.as(AGENT);
      COVERED
          .desk
          .incidents()
          .reclassify(number, Mechanism.INCIDENT, null, "It is broken after all");

      assertThat(desk.incident(number).assessment().mechanism()).isEqualTo(Mechanism.INCIDENT);
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("userTask_restoreService");
    }

    @Test
    void nothingHappensIfItIsHandledAsThatAlready() {
      String number = desk.triaged();

      assertThatThrownBy(
              () -> COVERED.desk.incidents().reclassify(number, Mechanism.INCIDENT, null, "So"))
          .isInstanceOfSatisfying(
              Refusal.class, no -> assertThat(no.key()).isEqualTo("incident.same-mechanism"));
    }
  }

  @Nested
  class WhenItIsMajor {

    private final MajorIncidentDesk majors = new MajorIncidentDesk(COVERED.desk);

    @Test
    void theCriteriaAreCheckedOnceSomebodyHasLookedAtIt() {
      String number = majors.declared();

      assertThat(desk.hasPassed(number, "throwEvent_majorCriteriaMet")).isTrue();
      BpmnAwareTests.assertThat(desk.process(number))
          .isWaitingAt("callActivity_majorIncident", "userTask_restoreService");
    }

    @Test
    void theyAreCheckedAgainWithEachNewPriority() {
      String number = desk.triaged();
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, null);

      assertThat(desk.hasPassed(number, "endEvent_majorCriteriaMet")).isTrue();
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_majorIncident");
    }

    @Test
    void aPersonDeclaresItAndItOutlivesTheIncident() {
      String number = desk.triaged();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.majors().declare(number, "The newspapers have called");
      majors.takeCharge(number, Map.of());
      majors.technicalTaskDone(number, Map.of());
      desk.restore(number, Map.of());
      COVERED.desk.as(REQUESTER);
      COVERED.desk.incidents().confirm(number);
      COVERED.desk.timers().fire(number, "event_reopenLimit");
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_majorIncident");

      majors.report(number);
      majors.review(number, Map.of());
      assertThat(desk.hasPassed(number, "endEvent_majorIncidentReviewed")).isTrue();
      assertThat(desk.hasEnded(number)).isTrue();
    }
  }

  @Nested
  class WhenItIsOneOfAFamily {

    @Test
    void childrenAreResolvedWithTheirParentWhichWaitsForTheLastToBeClosed() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      COVERED.desk.as(REQUESTER);
      COVERED.desk.incidents().confirm(parent);

      assertThat(desk.hasPassed(child, "event_parentResolved")).isTrue();
      BpmnAwareTests.assertThat(desk.process(parent)).isWaitingAt("gateway_childrenOrReopened");
      assertThat(desk.incident(parent).status()).isEqualTo(Status.RESOLVED);

      COVERED.desk.incidents().confirm(child);
      assertThat(desk.incident(parent).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aConfirmedParentIsReopenedWhileItWaitsForItsChildren() {
      String parent = desk.triaged();
      desk.childOf(parent);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      desk.confirm(parent);
      COVERED.desk.incidents().reopen(parent, "It is back");

      assertThat(desk.hasPassed(parent, "event_reopenedBeforeChildren")).isTrue();
      BpmnAwareTests.assertThat(desk.process(parent)).isWaitingAt("userTask_restoreService");
    }
  }

  @Nested
  class WhenWordIsDue {

    @Test
    void theUpdateTargetRingsByItsOwnTimer() {
      String number = desk.triaged();
      var jobs = COVERED.desk.engine().getManagementService();
      jobs.executeJob(
          jobs.createJobQuery()
              .processInstanceId(desk.incident(number).run().instance())
              .activityId("event_updateMilestone")
              .singleResult()
              .getId());

      assertThat(desk.hasPassed(number, "event_updateMilestone")).isTrue();
    }
  }

  @Nested
  class WhenItConcernsSecurity {

    @Test
    void aSuspicionInTheReportRestrictsItBeforeAnybodyElseSeesIt() {
      String number = desk.reportedAsSecurity();

      assertThat(desk.hasPassed(number, "throwEvent_securitySuspected")).isTrue();
      assertThat(desk.incident(number).assessment().security()).isTrue();
      assertThat(desk.concerned(number)).containsExactly("group:security-team", "user:requester");
      assertThat(desk.groups(desk.task(number))).containsExactly("security-team");
      assertThat(COVERED.desk.incidents().messages(number))
          .extracting(message -> message.interfaceId())
          .containsExactly("I-22");
    }

    @Test
    void triageFindsItAndTheWorkGoesOnAmongThoseConcerned() {
      String number = desk.reported();
      desk.triage(number, Map.of("mechanism", "SECURITY_INCIDENT"));

      assertThat(desk.incident(number).assessment().mechanism()).isEqualTo(Mechanism.INCIDENT);
      assertThat(desk.concerned(number)).containsExactly("group:security-team", "user:requester");
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("userTask_restoreService");
    }

    @Test
    void atAnyTimeItIsPromotedAndTheOpenTaskStays() {
      String number = desk.triaged();
      String task = desk.task(number).getId();
      COVERED
          .desk
          .incidents()
          .reclassify(number, Mechanism.SECURITY_INCIDENT, null, "A password was given away");

      assertThat(desk.hasPassed(number, "throwEvent_promotedToSecurity")).isTrue();
      assertThat(desk.task(number).getId()).isEqualTo(task);
      assertThat(desk.concerned(number)).containsExactly("group:second-level", "user:requester");
      assertThat(desk.fact(number, "incident.restricted").after())
          .containsEntry("reason", "A password was given away");
    }

    private void isPromoted(String number) {
      Status before = desk.incident(number).status();
      COVERED.desk.as(SPECIALIST);
      COVERED.desk.incidents().reclassify(number, Mechanism.SECURITY_INCIDENT, null, "A leak");

      assertThat(desk.incident(number).status()).isEqualTo(before);
      assertThat(desk.incident(number).assessment().security()).isTrue();
      assertThat(desk.concerned(number)).containsExactly("user:requester");
      assertThat(COVERED.desk.incidents().messages(number))
          .extracting(message -> message.interfaceId() + " " + message.name())
          .containsExactly("I-22 incident.securitySuspected");
    }

    @Test
    void aResolvedOneIsPromotedAndMayStillBeConfirmed() {
      String number = desk.resolved();
      isPromoted(number);

      assertThat(desk.groups(desk.task(number))).containsExactly("security-team");
      desk.confirm(number);
      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aClosedOneIsPromotedAndWhenReopenedItsGroupWorksOnItAgain() {
      String number = desk.closed();
      isPromoted(number);

      COVERED.desk.as(REQUESTER);
      COVERED.desk.incidents().reopen(number, "Still broken");
      assertThat(desk.concerned(number)).containsExactly("group:second-level", "user:requester");
      assertThat(desk.groups(desk.task(number))).containsExactly("second-level");
    }

    @Test
    void oneWhoseProcessHasEndedForGoodIsPromotedToo() {
      String number = desk.closed();
      COVERED.desk.timers().fire(number, "event_reopenLimit");
      assertThat(desk.hasEnded(number)).isTrue();
      isPromoted(number);

      String cancelled = desk.triaged();
      COVERED.desk.incidents().cancel(cancelled, "Nothing is broken");
      assertThat(desk.hasEnded(cancelled)).isTrue();
      isPromoted(cancelled);
    }

    @Test
    void theGroupItIsHandedOverToIsConcernedAndTheOneBeforeNoLonger() {
      String number = desk.reportedAsSecurity();
      COVERED.desk.incidents().handOver(number, "third-level", null);

      assertThat(desk.concerned(number)).containsExactly("group:third-level", "user:requester");
    }
  }

  @Nested
  class FromReportToClosing {

    @Test
    void aReportIsRecordedPrioritisedAndRoutedToTheServiceDesk() {
      String number = desk.reported();

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassedInOrder(
              "startEvent_incidentReported",
              "serviceTask_recordIncident",
              "businessRuleTask_classifyIncident",
              "businessRuleTask_prioritiseIncident",
              "businessRuleTask_routeIncident")
          .isWaitingAt("userTask_triageIncident");
      assertThat(desk.incident(number).assessment().priority()).isEqualTo("P3");
      assertThat(desk.groups(desk.task(number))).containsExactly("service-desk");
      assertThat(desk.told(number)).contains("incident-received user:requester");
    }

    @Test
    void clocksRunFromTheReportOn() {
      String number = desk.reported();

      assertThat(desk.clock(number, ClockKind.RESPONSE).dueAt()).isEqualTo("2026-03-02T10:00:00Z");
      assertThat(desk.clock(number, ClockKind.RESOLUTION).dueAt())
          .isEqualTo("2026-03-04T08:00:00Z");
      assertThat(desk.task(number).getDueDate().toInstant()).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void takingTheTaskAcknowledgesIt() {
      String number = desk.reported();
      COVERED.desk.as(AGENT);
      COVERED.desk.take(number);

      assertThat(desk.incident(number).status()).isEqualTo(Status.IN_PROGRESS);
      assertThat(desk.clock(number, ClockKind.RESPONSE).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void beingGivenTheTaskByARuleIsNoAcknowledgementK17() {
      String number = desk.reported();
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED.desk.engine().getTaskService().setAssignee(desk.task(number).getId(), "agent");

      assertThat(desk.clock(number, ClockKind.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void triagePassesItOnToTheGroupThatSupportsTheService() {
      String number = desk.triaged();

      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("userTask_restoreService");
      assertThat(desk.groups(desk.task(number))).containsExactly("second-level");
      assertThat(desk.incident(number).status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void triageMayPassItOnElsewhere() {
      String number = desk.reported();
      desk.triage(number, Map.of("handOverTo", "third-level"));

      assertThat(desk.groups(desk.task(number))).containsExactly("third-level");
    }

    @Test
    void restoringResolvesItAndAsksTheUser() {
      String number = desk.resolved();

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassed("endEvent_serviceRestored", "serviceTask_resolveIncident")
          .hasNotPassed("throwEvent_problemSuspected")
          .isWaitingAt("userTask_confirmResolution");
      assertThat(desk.incident(number).status()).isEqualTo(Status.RESOLVED);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.MET);
      assertThat(desk.told(number)).contains("incident-resolved-please-confirm user:requester");
    }

    @Test
    void anUnknownCauseLeavesAMessageForProblemManagement() {
      String number = desk.triaged();
      desk.restore(number, Map.of("causeKnown", "NO"));

      BpmnAwareTests.assertThat(desk.process(number)).hasPassed("throwEvent_problemSuspected");
      assertThat(COVERED.desk.incidents().messages(number))
          .extracting(message -> message.interfaceId() + " " + message.name())
          .containsExactly("I-01 incident.problemSuspected");
    }

    @Test
    void whoeverRestoredItDoesNotConfirmIt() {
      String number = desk.resolved();
      COVERED.desk.as(SPECIALIST);

      assertThatThrownBy(() -> COVERED.desk.incidents().confirm(number))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("duties.conflict"));
    }

    @Test
    void theUsersYesClosesIt() {
      String number = desk.closed();

      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      BpmnAwareTests.assertThat(desk.process(number)).hasPassed("serviceTask_closeIncident");
    }

    @Test
    void withoutAnAnswerItClosesByItselfAfterWorkingDaysK18() {
      String number = desk.resolved();
      COVERED.desk.timers().fire(number, "event_closeAutomatically");

      assertThat(COVERED.desk.now()).isEqualTo("2026-03-09T08:00:00Z");
      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      assertThat(desk.facts(number)).contains("incident.closed");
    }

    @Test
    void whenTheTimeToReopenIsOverTheProcessEnds() {
      String number = desk.closed();
      COVERED.desk.timers().fire(number, "event_reopenLimit");

      assertThat(desk.hasEnded(number)).isTrue();
      assertThat(desk.hasPassed(number, "endEvent_incidentClosed")).isTrue();
    }
  }

  @Nested
  class WhenItIsNoIncident {

    @Test
    void aServiceRequestIsPassedOn() {
      String number = desk.reported();
      desk.triage(number, Map.of("mechanism", "SERVICE_REQUEST"));

      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("gateway_canBeReopened");
      assertThat(desk.hasPassed(number, "throwEvent_foundToBeRequest")).isTrue();
      assertThat(COVERED.desk.incidents().messages(number))
          .extracting(message -> message.interfaceId())
          .containsExactly("I-20");
      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void aDuplicateIsClosedAndLinkedBothWays() {
      String original = desk.reported();
      String number = desk.reported();
      desk.triage(number, Map.of("mechanism", "DUPLICATE", "duplicateOf", original));

      assertThat(desk.hasPassed(number, "serviceTask_closeWithoutRestoring")).isTrue();
      assertThat(desk.hasPassed(number, "throwEvent_foundToBeRequest")).isFalse();
      assertThat(COVERED.desk.incidents().links(number))
          .extracting(link -> link.type() + " " + link.number())
          .containsExactly("DUPLICATE_OF " + original);
      assertThat(COVERED.desk.incidents().links(original))
          .extracting(link -> link.type())
          .containsExactly("HAS_DUPLICATE");
    }

    @Test
    void aDuplicateOfItselfIsRefusedAndTheTaskStays() {
      String number = desk.reported();

      assertThatThrownBy(
              () -> desk.triage(number, Map.of("mechanism", "DUPLICATE", "duplicateOf", number)))
          .hasMessageContaining("cannot be a duplicate of itself");
      assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_triageIncident");
    }
  }

  @Nested
  class WhenRestoringNeedsOthers {

    @Test
    void itIsHandedOverFromTheForm() {
      String number = desk.triaged();
      desk.restore(
          number,
          Map.of(
              "result",
              "HAND_OVER",
              "handOverTo",
              "third-level",
              "resolution",
              "",
              "resolutionCode",
              "",
              "causeKnown",
              ""));

      assertThat(desk.groups(desk.task(number))).containsExactly("third-level");
      assertThat(desk.incident(number).assignment().reassignments()).isEqualTo(1);
    }

    @Test
    void aChangeIsAskedForAndTheWorkStays() {
      String number = desk.triaged();
      desk.restore(
          number,
          Map.of(
              "result", "CHANGE_NEEDED", "resolution", "", "resolutionCode", "", "causeKnown", ""));

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassed("throwEvent_changeNeeded")
          .isWaitingAt("userTask_restoreService");
      assertThat(COVERED.desk.incidents().messages(number))
          .extracting(message -> message.interfaceId())
          .containsExactly("I-07");
    }

    @Test
    void itIsHandedOverAtAnyTimeAndTheOpenTaskMovesAlong() {
      String number = desk.triaged();
      String task = desk.task(number).getId();
      COVERED.desk.incidents().handOver(number, "third-level", "they know it");

      assertThat(desk.task(number).getId()).isEqualTo(task);
      assertThat(desk.groups(desk.task(number))).containsExactly("third-level");
      assertThat(desk.hasPassed(number, "serviceTask_handOverIncident")).isTrue();
      assertThat(desk.told(number)).contains("incident-handed-over group:third-level");
      assertThat(reasonTold(number, "incident-handed-over")).isEqualTo("they know it");
    }

    @Test
    void toAnUnknownGroupIsRefused() {
      String number = desk.triaged();

      assertThatThrownBy(() -> COVERED.desk.incidents().handOver(number, "nobody", null))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.key()).isEqualTo("incident.unknown-group"));
    }
  }

  @Nested
  class WhenThePriorityChanges {

    @Test
    void theTableDecidesAgainAndTheDueMovesFromTheOriginalStart() {
      String number = desk.triaged();
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.MEDIUM, null);

      assertThat(desk.hasPassed(number, "businessRuleTask_reprioritiseIncident")).isTrue();
      assertThat(desk.incident(number).assessment().priority()).isEqualTo("P2");
      assertThat(desk.clock(number, ClockKind.RESOLUTION).dueAt())
          .isEqualTo("2026-03-02T16:00:00Z");
      assertThat(desk.task(number).getDueDate().toInstant()).isEqualTo("2026-03-02T16:00:00Z");
    }

    @Test
    void theNameOfTheOpenTaskTellsTheNewOne() {
      String number = desk.triaged();
      assertThat(desk.task(number).getName()).startsWith("Restore service: P3 " + number);
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.MEDIUM, null);

      assertThat(desk.task(number).getName())
          .isEqualTo("Restore service: P2 " + number + " E-mail does not arrive");
    }

    @Test
    void raisedTooLateItIsABreachAtOnce() {
      String number = desk.triaged();
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofHours(9)));
      COVERED.desk.incidents().setPriority(number, Impact.HIGH, Urgency.MEDIUM, null);

      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.BREACHED);
      assertThat(desk.facts(number)).contains("sla.breached", "escalation.acted");
    }

    @Test
    void loweredLateOnlyAnIncidentManagerMayAndSaysWhy() {
      String number = desk.reported(Impact.HIGH, Urgency.MEDIUM);
      desk.triage(number, Map.of("impact", "HIGH"));
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofHours(7)));

      COVERED.desk.as(SPECIALIST);
      assertThatThrownBy(
              () ->
                  COVERED
                      .desk
                      .incidents()
                      .setPriority(number, Impact.LOW, Urgency.LOW, "not so bad"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.key()).isEqualTo("incident.late-downgrade"));
      COVERED.desk.as(INCIDENT_MANAGER);
      COVERED
          .desk
          .incidents()
          .setPriority(number, Impact.LOW, Urgency.LOW, "only one person, and away");
      assertThat(desk.incident(number).assessment().priority()).isEqualTo("P4");
    }
  }

  @Nested
  class WhileWaiting {

    @Test
    void forTheCustomerTheResolutionClockStandsStillAndTheTaskStays() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);

      assertThat(desk.incident(number).status()).isEqualTo(Status.WAITING);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
      assertThat(desk.task(number).getFollowUpDate()).isNotNull();
      assertThat(desk.told(number)).contains("incident-waiting-for-you user:requester");
    }

    @Test
    void forASupplierTheCustomersClockGoesOn() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.SUPPLIER);

      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void theDueMovesByTheTimeWaited() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofHours(2)));
      COVERED.desk.incidents().resume(number);

      assertThat(desk.clock(number, ClockKind.RESOLUTION).dueAt())
          .isEqualTo("2026-03-04T10:00:00Z");
      assertThat(desk.task(number).getDueDate().toInstant()).isEqualTo("2026-03-04T10:00:00Z");
      assertThat(desk.task(number).getFollowUpDate()).isNull();
    }

    @Test
    void aReminderGoesOutAndTheWaitGoesOn() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);
      COVERED.desk.timers().fire(number, "event_reminderDue");

      assertThat(COVERED.desk.now()).isEqualTo("2026-03-04T08:00:00Z");
      assertThat(desk.told(number)).contains("incident-waiting-reminder user:requester");
      assertThat(reasonTold(number, "incident-waiting-reminder")).isEqualTo("your answer");
      assertThat(desk.incident(number).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void aCustomerWhoNeverAnswersGetsItResolved() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);
      COVERED.desk.timers().fire(number, "event_givenUp");

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassed("event_noAnswer")
          .isWaitingAt("userTask_confirmResolution");
      assertThat(desk.incident(number).outcome().code()).isEqualTo("NO_ANSWER");
    }

    @Test
    void aForgottenSupplierGivesTheWorkBack() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.SUPPLIER);
      COVERED.desk.timers().fire(number, "event_reminderDue");
      COVERED.desk.timers().fire(number, "event_givenUp");

      assertThat(desk.incident(number).status()).isEqualTo(Status.ASSIGNED);
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("userTask_restoreService");
    }

    @Test
    void itMayBeSolvedDirectlyK13() {
      String number = desk.triaged();
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofHours(1)));
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofDays(60)));
      desk.restore(number, Map.of());

      assertThat(desk.incident(number).status()).isEqualTo(Status.RESOLVED);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).elapsed()).isEqualTo(Duration.ofHours(1));
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void itMayWaitForSomebodyElseInstead() {
      String number = desk.triaged();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);
      COVERED.desk.incidents().startWaiting(number, WaitingReason.PROBLEM);

      assertThat(desk.incident(number).waiting().reason()).isEqualTo(WaitingReason.PROBLEM);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void theTriageTaskMayWaitToo() {
      String number = desk.reported();
      COVERED.desk.incidents().startWaiting(number, WaitingReason.CUSTOMER);

      assertThat(desk.clock(number, ClockKind.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
      COVERED.desk.incidents().resume(number);
      assertThat(desk.incident(number).status()).isEqualTo(Status.NEW);
    }
  }

  @Nested
  class WhenTimeRunsOut {

    @Test
    void theGroupIsToldBeforeTheResponseIsLate() {
      String number = desk.reported();
      COVERED.desk.timers().fire(number, "event_responseMilestone");

      assertThat(COVERED.desk.now()).isEqualTo("2026-03-02T09:30:00Z");
      assertThat(desk.told(number)).contains("sla-warning group:service-desk");
      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassed("endEvent_responseEscalated")
          .isWaitingAt("userTask_triageIncident");
    }

    @Test
    void theCustomerIsToldBeforeTheTargetIsMissedAndAfter() {
      String number = desk.triaged();
      COVERED.desk.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofHours(49)));

      assertThat(desk.told(number))
          .anyMatch(told -> told.startsWith("sla-customer-warning user:requester"));
      assertThat(desk.told(number))
          .anyMatch(told -> told.startsWith("sla-customer-missed user:requester"));
    }

    @Test
    void anImportantIncidentGoesToTheNextSupportLevelAndTheTaskStays() {
      String number = desk.reported(Impact.HIGH, Urgency.MEDIUM);
      desk.triage(number, Map.of("impact", "HIGH"));
      String task = desk.task(number).getId();
      COVERED.desk.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofHours(7)));

      assertThat(desk.task(number).getId()).isEqualTo(task);
      assertThat(desk.groups(desk.task(number))).containsExactly("third-level");
      assertThat(desk.incident(number).assignment().level()).isEqualTo(3);
    }

    @Test
    void managersHearOfTheBreachAndAgainAfterIt() {
      String number = desk.triaged();
      COVERED.desk.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofDays(10)));

      assertThat(desk.told(number)).contains("sla-breached group:incident-managers");
      assertThat(desk.told(number))
          .filteredOn(told -> told.startsWith("sla-overdue-repeated"))
          .hasSize(3);
      BpmnAwareTests.assertThat(desk.process(number)).hasPassed("endEvent_resolutionEscalated");
    }

    @Test
    void whereNobodyCanBeToldNoFactSaysThatSomebodyWas() {
      String number = desk.triaged();
      COVERED
          .desk
          .notifications()
          .losesTouchWith(
              "group:incident-managers",
              "group:service-level-managers",
              "group:top-management",
              "group:second-level",
              "group:third-level",
              "user:incident-manager",
              "user:requester",
              "mail:north-office@example.org");
      COVERED.desk.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofDays(10)));

      assertThat(desk.facts(number))
          .contains("sla.breached", "escalation.nobodyTold")
          .doesNotContain("escalation.acted");
    }

    @Test
    void whoIsToldInAnothersPlaceIsWhatTheFactSays() {
      String number = desk.triaged();
      COVERED.desk.notifications().losesTouchWith("group:incident-managers");
      COVERED.desk.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofDays(10)));

      assertThat(COVERED.desk.ledger().of(number))
          .filteredOn(entry -> entry.what().equals("escalation.acted"))
          .filteredOn(entry -> "incident-managers".equals(entry.after().get("role")))
          .isNotEmpty()
          .allSatisfy(
              entry -> {
                assertThat(entry.after().get("nobodyThere")).asList().contains("incident-managers");
                assertThat(entry.after().get("recipients"))
                    .asList()
                    .isNotEmpty()
                    .doesNotContain("group:incident-managers");
              });
    }

    @Test
    void eachMilestoneIsActedOnOnce() {
      String number = desk.triaged();
      COVERED.desk.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofDays(10)));

      assertThat(COVERED.desk.ledger().of(number))
          .filteredOn(entry -> entry.what().equals("sla.milestoneReached"))
          .extracting(entry -> entry.after().get("clock") + " " + entry.after().get("milestone"))
          .contains("RESOLUTION 100%")
          .doesNotHaveDuplicates();
    }
  }

  @Nested
  class WhenItComesBack {

    @Test
    void theUsersNoReopensItWithTheGroupThatHadIt() {
      String number = desk.resolved();
      COVERED.desk.as(REQUESTER);
      COVERED.desk.incidents().reopen(number, "still the same");

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassed("serviceTask_reopenIncident")
          .isWaitingAt("userTask_restoreService");
      assertThat(desk.groups(desk.task(number))).containsExactly("second-level");
      assertThat(desk.incident(number).outcome().reopenings()).isEqualTo(1);
      assertThat(desk.clock(number, ClockKind.RESPONSE).state()).isEqualTo(ClockState.MET);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void whatWasSaidToHaveRestoredItIsNotTrueAnyMore() {
      String number = desk.resolved();
      assertThat(desk.incident(number).outcome().resolution()).isEqualTo("Restarted the queue");
      COVERED.desk.as(REQUESTER);
      COVERED.desk.incidents().reopen(number, "still the same");

      assertThat(desk.incident(number).outcome().resolution()).isNull();
      assertThat(desk.incident(number).outcome().code()).isNull();
      assertThat(desk.fact(number, "incident.reopened").before())
          .containsEntry("resolution", "Restarted the queue");
    }

    @Test
    void itMayBeReopenedForAWhileAfterClosing() {
      String number = desk.closed();
      COVERED.desk.at(MONDAY_NINE.plus(Duration.ofDays(8)));
      COVERED.desk.incidents().reopen(number, "it is back");

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassed("event_reopened")
          .isWaitingAt("userTask_restoreService");
      assertThat(desk.incident(number).status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void afterTheLimitItIsRefused() {
      String number = desk.closed();
      COVERED.desk.timers().fire(number, "event_reopenLimit");

      assertThatThrownBy(() -> COVERED.desk.incidents().reopen(number, "too late"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.key()).isEqualTo("incident.action-not-possible"));
    }
  }

  @Nested
  class WhenItIsCancelled {

    @Test
    void workAndClocksEnd() {
      String number = desk.triaged();
      COVERED.desk.incidents().cancel(number, "reported by mistake");

      assertThat(desk.hasEnded(number)).isTrue();
      assertThat(desk.hasPassed(number, "endEvent_incidentCancelled")).isTrue();
      assertThat(desk.incident(number).status()).isEqualTo(Status.CANCELLED);
      assertThat(desk.clock(number, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void onceResolvedItCannotBe() {
      String number = desk.resolved();

      assertThatThrownBy(() -> COVERED.desk.incidents().cancel(number, "late"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("incident.not-open"));
    }
  }

  @Nested
  class WhenAFormIsFilledInBadly {

    @Test
    void aMissingFieldIsNamedAndTheTaskStays() {
      String number = desk.reported();

      assertThatThrownBy(() -> desk.triage(number, Map.of("impact", "")))
          .isInstanceOfSatisfying(
              FormRefused.class, refused -> assertThat(refused.key()).isEqualTo("form.required"));
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("userTask_triageIncident");
    }

    @Test
    void anUnknownOptionIsRefused() {
      String number = desk.reported();

      assertThatThrownBy(() -> desk.triage(number, Map.of("impact", "ENORMOUS")))
          .isInstanceOfSatisfying(
              FormRefused.class,
              refused -> assertThat(refused.key()).isEqualTo("form.unknown-option"));
    }
  }
}
