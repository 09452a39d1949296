package org.itsmsuite.security.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.security.process.SecurityDesk.MONDAY_NINE;
import static org.itsmsuite.security.process.SecurityDesk.OFFICER;
import static org.itsmsuite.security.process.SecurityDesk.SECOND_OFFICER;
import static org.itsmsuite.security.process.SecurityDesk.review;
import static org.itsmsuite.security.process.SecurityDesk.threat;
import static org.itsmsuite.security.process.SecurityDesk.values;
import static org.itsmsuite.security.process.SuspiciousIncidents.suspicious;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.SecurityStatus;
import org.itsmsuite.security.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each way through the model, told as a story; together they pass every node and every flow. */
class SecurityIncidentProcessTest {

  private static final SecurityDesk DESK = new SecurityDesk(true);

  @RegisterExtension static ProcessEngineCoverageExtension coverage = DESK.demanding(1.0);

  private final SecurityDesk desk = DESK;

  @BeforeEach
  void assertOnThisEngine() {
    BpmnAwareTests.init(DESK.engine);
    DESK.left.clear();
    DESK.notifications.clear();
    DESK.at(MONDAY_NINE);
  }

  @AfterEach
  void noVariableIsLeftBehind() {
    assertThat(desk.storedVariables()).isZero();
  }

  @AfterAll
  static void closeTheDesk() {
    DESK.close();
  }

  private static void isRefused(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(
            thrown ->
                assertThat(EngineRefusals.in(thrown).map(Refusal::key))
                    .as("%s", thrown)
                    .hasValue(key));
  }

  @Nested
  class FromTheEventToTheReview {

    @Test
    void anEventIsRecordedRestrictedAndWaitsToBeAssessed() {
      String number = desk.raised();

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassedInOrder("startEvent_securityEventRaised", "serviceTask_recordSecurityIncident")
          .isWaitingAt("userTask_assessSecurityEvent");
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.NEW);
      assertThat(desk.restrictions.isRestricted(number)).isTrue();
      assertThat(desk.restrictions.concerned(number)).containsExactly("group:security-team");
      assertThat(desk.told(number)).containsExactly("security-raised group:security-team");
    }

    @Test
    void tasksCarryTheNumberAndNeverTheTitle() {
      String number = desk.raised();
      var task = desk.task(number, "userTask_assessSecurityEvent");

      assertThat(task.getName()).isEqualTo("Assess the security event: " + number);
      assertThat(task.getDescription()).doesNotContain("key");
      assertThat(desk.offeredTo(task)).containsExactly("security-team");
    }

    @Test
    void assessingSetsThePriorityByRiskAndWorkGoesOnSideBySide() {
      String number = desk.assessed();

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassedInOrder(
              "userTask_assessSecurityEvent",
              "businessRuleTask_decideWhatItIs",
              "businessRuleTask_setSecurityPriority")
          .isWaitingAt("userTask_containSecurityIncident", "userTask_notifyOutside");
      var assessment = desk.incident(number).assessment();
      assertThat(assessment.finding()).isEqualTo(Finding.SECURITY_INCIDENT);
      assertThat(assessment.risk()).isEqualTo("HIGH");
      assertThat(assessment.priority()).isEqualTo("P2");
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.IN_PROGRESS);
    }

    @Test
    void nobodyOutsideIsToldWhereNobodyMustBe() {
      String number = desk.raised();
      desk.assess(number, threat("personalData", "NO", "notifyOutside", "NO"));
      assertThat(desk.open(number)).containsExactly("userTask_containSecurityIncident");
      desk.contain(number);

      BpmnAwareTests.assertThat(desk.process(number))
          .hasNotPassed("userTask_notifyOutside")
          .isWaitingAt("userTask_reviewSecurityIncident");
    }

    @Test
    void itIsResolvedWhenContainedAndWhenThoseOutsideHaveBeenTold() {
      String number = desk.assessed();
      desk.contain(number);
      assertThat(desk.open(number)).containsExactly("userTask_notifyOutside");
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.IN_PROGRESS);
      desk.tellThoseOutside(number);

      assertThat(desk.open(number)).containsExactly("userTask_reviewSecurityIncident");
      var incident = desk.incident(number);
      assertThat(incident.status()).isEqualTo(SecurityStatus.RESOLVED);
      assertThat(incident.outcome().resolution()).isEqualTo("Changed the locks");
      assertThat(incident.outcome().notification()).contains("authority");
      assertThat(incident.outcome().notifiedAt()).isNotNull();
    }

    @Test
    void aReviewByAnotherClosesIt() {
      String number = desk.resolved();
      desk.as(SECOND_OFFICER);
      desk.complete(number, "userTask_reviewSecurityIncident", review("NO", "NO"));

      assertThat(desk.process(number)).isNull();
      assertThat(desk.hasPassed(number, "endEvent_securityIncidentClosed")).isTrue();
      assertThat(desk.hasPassed(number, "throwEvent_problemSuspected")).isFalse();
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.CLOSED);
      assertThat(desk.incident(number).review().kind()).isEqualTo("PHYSICAL");
      assertThat(desk.told(number)).contains("security-closed group:security-team");
    }

    @Test
    void whatFollowsLeavesForOtherPractices() {
      String number = desk.resolved();
      desk.as(SECOND_OFFICER);
      desk.complete(number, "userTask_reviewSecurityIncident", review("YES", "YES"));

      assertThat(desk.left.keySet())
          .containsExactlyInAnyOrder("security.problemSuspected", "security.improvementFound");
      assertThat(desk.incidents.messages(number))
          .extracting(message -> message.interfaceId())
          .containsExactlyInAnyOrder("I-01", "I-03");
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.CLOSED);
    }

    @Test
    void theLedgerTellsItAll() {
      String number = desk.resolved();
      desk.as(SECOND_OFFICER);
      desk.complete(number, "userTask_reviewSecurityIncident", review("NO", "NO"));

      assertThat(desk.factsOf(number))
          .containsSubsequence(
              "security.raised",
              "security.recorded",
              "security.deadlineSet",
              "security.assessed",
              "security.decided",
              "security.prioritised",
              "security.contained",
              "security.outsideNotified",
              "security.resolved",
              "security.reviewed",
              "security.closed");
    }
  }

  @Nested
  class FoundToBeNone {

    @Test
    void byAPersonWithAReason() {
      String number = desk.raised();
      desk.assess(
          number, values("finding", "NO_SECURITY_INCIDENT", "reason", "The key was in the drawer"));

      assertThat(desk.process(number)).isNull();
      assertThat(desk.hasPassed(number, "endEvent_noSecurityIncident")).isTrue();
      var incident = desk.incident(number);
      assertThat(incident.status()).isEqualTo(SecurityStatus.CLOSED);
      assertThat(incident.assessment().finding()).isEqualTo(Finding.NO_SECURITY_INCIDENT);
      assertThat(incident.assessment().reason()).isEqualTo("The key was in the drawer");
      assertThat(desk.deadlines.of(number)).allMatch(one -> !one.isRunning());
    }

    @Test
    void aReasonIsNeeded() {
      String number = desk.raised();

      isRefused(
          "form.required", () -> desk.assess(number, values("finding", "NO_SECURITY_INCIDENT")));
      assertThat(desk.open(number)).containsExactly("userTask_assessSecurityEvent");
    }

    @Test
    void byTheTableWhereNothingIsThreatened() {
      String number = desk.raised();
      desk.assess(
          number,
          threat(
              "confidentiality", "NONE",
              "integrity", "NONE",
              "accessibility", "NONE",
              "personalData", "NO",
              "notifyOutside", "NO"));

      assertThat(desk.incident(number).assessment().found()).isEqualTo(Finding.SECURITY_EVENT);
      assertThat(desk.incident(number).assessment().finding())
          .isEqualTo(Finding.NO_SECURITY_INCIDENT);
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.CLOSED);
    }

    @Test
    void whereDataAboutPeopleIsAffectedSilenceNeedsAReason() {
      String number = desk.raised();

      isRefused("form.required", () -> desk.assess(number, threat("notifyOutside", "NO")));
      desk.assess(
          number, threat("notifyOutside", "NO", "whyNotNotified", "All of it was public before"));
      assertThat(desk.open(number)).containsExactly("userTask_containSecurityIncident");
    }
  }

  @Nested
  class WhileItIsBeingContained {

    @Test
    void aControlChangeLeavesAndTheWorkGoesOn() {
      String number = desk.assessed();
      desk.complete(
          number,
          "userTask_containSecurityIncident",
          values("result", "CHANGE_NEEDED", "changeNeeded", "New locks for all doors"));

      assertThat(desk.left.get("security.controlChangeNeeded").details())
          .containsEntry("changeNeeded", "New locks for all doors");
      assertThat(desk.incidents.messages(number))
          .extracting(message -> message.interfaceId() + " " + message.takenUpAs())
          .containsExactly("I-24 null");
      assertThat(desk.open(number)).contains("userTask_containSecurityIncident");
      assertThat(desk.deadlines.due(number, Stage.CONTAIN)).hasValue(MONDAY_NINE.plus(hours(24)));
    }

    @Test
    void aServiceThatFailsIsLeftToBeRestored() {
      String number = desk.assessed();
      desk.complete(
          number,
          "userTask_containSecurityIncident",
          values(
              "result", "SERVICE_AFFECTED",
              "serviceTitle", "The doors stay shut",
              "kind", "INTERRUPTION",
              "impact", "HIGH",
              "urgency", "HIGH"));

      assertThat(desk.left.get("security.serviceAffected").details())
          .containsEntry("serviceTitle", "The doors stay shut")
          .containsEntry("impact", "HIGH");
      assertThat(desk.open(number)).contains("userTask_containSecurityIncident");
    }

    @Test
    void newFindingsLetItBeAssessedAgain() {
      String number = desk.assessed();
      desk.as(OFFICER);
      desk.incidents.assessAgain(number, "Two keys are gone");

      assertThat(desk.open(number)).containsExactly("userTask_assessSecurityEvent");
      desk.assess(number, threat("probability", "HIGH"));
      assertThat(desk.incident(number).assessment().priority()).isEqualTo("P1");
      assertThat(desk.open(number))
          .containsExactly("userTask_containSecurityIncident", "userTask_notifyOutside");
      assertThat(desk.deadlines.due(number, Stage.CONTAIN)).hasValue(MONDAY_NINE.plus(hours(4)));
      assertThat(desk.deadlines.due(number, Stage.NOTIFY)).hasValue(MONDAY_NINE.plus(hours(72)));
    }

    @Test
    void whoeverHasBeenToldIsNotToldAgain() {
      String number = desk.assessed();
      desk.tellThoseOutside(number);
      desk.incidents.assessAgain(number, "Two keys are gone");
      desk.assess(number, threat());

      assertThat(desk.open(number)).containsExactly("userTask_containSecurityIncident");
    }

    @Test
    void itMayTurnOutThatNobodyHasToBeTold() {
      String number = desk.assessed();
      desk.as(OFFICER);
      desk.complete(
          number,
          "userTask_notifyOutside",
          values("result", "NOT_NEEDED", "notification", "The files are older than the law"));

      assertThat(desk.factsOf(number)).contains("security.notificationNotNeeded");
      assertThat(desk.open(number)).containsExactly("userTask_containSecurityIncident");
    }

    @Test
    void beforeTheFirstAssessmentThereIsNothingToAssessAgain() {
      String number = desk.raised();

      isRefused(
          "security.action-not-possible", () -> desk.incidents.assessAgain(number, "Two keys"));
    }
  }

  @Nested
  class SeveralEventsOfOne {

    @Test
    void areGroupedByWhoeverAssesses() {
      String one = desk.raised();
      String two = desk.raised();
      desk.assess(
          two, values("finding", "SAME_AS_ANOTHER", "sameAs", one, "reason", "The same key"));

      assertThat(desk.process(two)).isNull();
      assertThat(desk.hasPassed(two, "endEvent_groupedUnderAnother")).isTrue();
      assertThat(desk.incident(two).status()).isEqualTo(SecurityStatus.CLOSED);
      assertThat(desk.incidents.events(one)).containsExactly(two);
      assertThat(desk.factsOf(one)).contains("security.eventAdded");
    }

    @Test
    void areGroupedAtAnyTimeWithTheIncidentsBesideThem() {
      String one = desk.taken(suspicious("INC-000001"));
      String two = desk.taken(suspicious("INC-000002"));
      desk.as(OFFICER);
      desk.incidents.groupUnder(two, one, "The same key");

      assertThat(desk.process(two)).isNull();
      assertThat(desk.hasPassed(two, "endEvent_groupedAtAnyTime")).isTrue();
      assertThat(desk.incidents.events(one))
          .containsExactlyInAnyOrder("INC-000001", "INC-000002", two);
      assertThat(desk.process(one)).isNotNull();
    }

    @Test
    void isNeverAnEventOfItselfNorOfOneThatIsOver() {
      String one = desk.raised();
      String over = desk.raised();
      desk.assess(over, values("finding", "NO_SECURITY_INCIDENT", "reason", "Nothing"));

      isRefused("security.same-as-itself", () -> desk.incidents.groupUnder(one, one, null));
      isRefused("security.not-open", () -> desk.incidents.groupUnder(one, over, null));
      isRefused(
          "security-incident.not-found", () -> desk.incidents.groupUnder(one, "SEC-999999", null));
      isRefused(
          "security.same-as-itself",
          () ->
              desk.assess(
                  one, values("finding", "SAME_AS_ANOTHER", "sameAs", one, "reason", "So")));
      assertThat(desk.open(one)).containsExactly("userTask_assessSecurityEvent");
    }
  }

  @Nested
  class Deadlines {

    @Test
    void assessingIsWatchedFromTheFirstInstant() {
      String number = desk.raised();

      assertThat(desk.task(number, "userTask_assessSecurityEvent").getDueDate().toInstant())
          .isEqualTo(MONDAY_NINE.plus(hours(1)));
      assertThat(desk.fire(number, "event_assessmentDeadline"))
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(30)));
      assertThat(desk.told(number)).contains("security-deadline-near group:security-team");
      assertThat(desk.fire(number, "event_assessmentDeadline"))
          .isEqualTo(MONDAY_NINE.plus(hours(1)));
      assertThat(desk.told(number)).contains("security-deadline-missed user:security-officer");
      assertThat(desk.fire(number, "event_assessmentDeadline"))
          .isEqualTo(MONDAY_NINE.plus(hours(2)));
      assertThat(desk.toldOfNoRecord()).containsExactly("security-late group:top-management");
      assertThat(desk.timer(number, "event_assessmentDeadline")).isEqualTo(TimerDates.REST);
      assertThat(desk.open(number)).containsExactly("userTask_assessSecurityEvent");
    }

    @Test
    void containingIsDueByPriority() {
      String number = desk.assessed();

      assertThat(desk.task(number, "userTask_containSecurityIncident").getDueDate().toInstant())
          .isEqualTo(MONDAY_NINE.plus(hours(24)));
      assertThat(desk.fire(number, "event_containmentDeadline"))
          .isEqualTo(MONDAY_NINE.plus(hours(18)));
      assertThat(desk.fire(number, "event_containmentDeadline"))
          .isEqualTo(MONDAY_NINE.plus(hours(24)));
      assertThat(desk.told(number)).contains("security-deadline-missed user:security-officer");
      assertThat(desk.toldOfNoRecord()).containsExactly("security-late group:top-management");
    }

    @Test
    void tellingOthersIsDueFromTheReport() {
      Instant friday = MONDAY_NINE.minus(hours(60));
      String number = desk.raised(friday);
      desk.assess(number, threat());

      assertThat(desk.task(number, "userTask_notifyOutside").getDueDate().toInstant())
          .isEqualTo(friday.plus(hours(72)));
      // Half and three quarters of the time are over: told at once.
      assertThat(desk.told(number))
          .filteredOn(one -> one.equals("security-deadline-near user:security-officer"))
          .hasSize(2);
      assertThat(desk.fire(number, "event_notificationDeadline")).isEqualTo(friday.plus(hours(72)));
      assertThat(desk.toldOfNoRecord()).containsExactly("security-late group:top-management");
      desk.tellThoseOutside(number);
      assertThat(desk.deadlines.of(number))
          .filteredOn(one -> one.stage() == Stage.NOTIFY)
          .allSatisfy(one -> assertThat(one.isMissed(one.endedAt())).isFalse());
    }

    @Test
    void reviewingIsDueInWorkingDays() {
      String number = desk.resolved();

      assertThat(desk.task(number, "userTask_reviewSecurityIncident").getDueDate().toInstant())
          .isEqualTo("2026-03-09T17:00:00Z");
      desk.fire(number, "event_reviewDeadline");
      assertThat(desk.told(number)).contains("security-deadline-near group:security-team");
    }

    @Test
    void whomItDoesNotConcernIsToldNoNumber() {
      String number = desk.assessed();
      desk.fire(number, "event_containmentDeadline");
      desk.fire(number, "event_containmentDeadline");

      assertThat(desk.notifications.told())
          .filteredOn(one -> one.recipient().equals("group:top-management"))
          .isNotEmpty()
          .allSatisfy(one -> assertThat(one.notification().toString()).doesNotContain("SEC-"));
      desk.as(OFFICER);
      desk.circle.nameGroup(number, "top-management");
      desk.fire(number, "event_notificationDeadline");
      desk.fire(number, "event_notificationDeadline");
      desk.fire(number, "event_notificationDeadline");
      assertThat(desk.told(number)).contains("security-deadline-missed group:top-management");
    }

    @Test
    void eachPointIsToldOnce() {
      String number = desk.raised();
      desk.fire(number, "event_assessmentDeadline");
      int told = desk.told(number).size();
      desk.at(MONDAY_NINE.plus(hours(1)));
      desk.fire(number, "event_assessmentDeadline");

      assertThat(desk.told(number)).hasSize(told + 1);
      assertThat(desk.factsOf(number))
          .filteredOn(one -> one.startsWith("security.deadline"))
          .containsExactly(
              "security.deadlineSet", "security.deadlineNear", "security.deadlineMissed");
    }

    @Test
    void aStageThatIsDoneTellsNobody() {
      String number = desk.assessed();

      assertThat(desk.deadlines.nextAfter(number, Stage.ASSESS, MONDAY_NINE))
          .isEqualTo(TimerDates.REST);
    }
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
