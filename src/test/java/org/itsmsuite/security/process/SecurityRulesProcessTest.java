package org.itsmsuite.security.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.security.process.SecurityDesk.MONDAY_NINE;
import static org.itsmsuite.security.process.SecurityDesk.OFFICER;
import static org.itsmsuite.security.process.SecurityDesk.SECOND_OFFICER;
import static org.itsmsuite.security.process.SecurityDesk.review;
import static org.itsmsuite.security.process.SecurityDesk.threat;
import static org.itsmsuite.security.process.SecurityDesk.values;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What holds at every step of a security incident: what is refused, who learns what, what stays.
 */
class SecurityRulesProcessTest {

  private static final SecurityDesk DESK = new SecurityDesk(false);

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

  @Test
  void tasksCarryTheNumberAndNeverTheTitle() {
    String number = desk.raised();
    var task = desk.task(number, "userTask_assessSecurityEvent");

    assertThat(task.getName()).isEqualTo("Assess the security event: " + number);
    assertThat(task.getDescription()).doesNotContain("key");
    assertThat(desk.offeredTo(task)).containsExactly("security-team");
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

  @Test
  void findingItToBeNoneNeedsAReason() {
    String number = desk.raised();

    isRefused(
        "form.required", () -> desk.assess(number, values("finding", "NO_SECURITY_INCIDENT")));
    assertThat(desk.open(number)).containsExactly("userTask_assessSecurityEvent");
  }

  @Test
  void whereDataAboutPeopleIsAffectedSilenceNeedsAReason() {
    String number = desk.raised();

    isRefused("form.required", () -> desk.assess(number, threat("notifyOutside", "NO")));
    desk.assess(
        number, threat("notifyOutside", "NO", "whyNotNotified", "All of it was public before"));
    assertThat(desk.open(number)).containsExactly("userTask_containSecurityIncident");
  }

  @Test
  void beforeTheFirstAssessmentThereIsNothingToAssessAgain() {
    String number = desk.raised();

    isRefused("security.action-not-possible", () -> desk.incidents.assessAgain(number, "Two keys"));
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
            desk.assess(one, values("finding", "SAME_AS_ANOTHER", "sameAs", one, "reason", "So")));
    assertThat(desk.open(one)).containsExactly("userTask_assessSecurityEvent");
  }

  @Nested
  class Deadlines {

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
