package org.itsmsuite.security.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.security.process.SecurityDesk.ADMIN;
import static org.itsmsuite.security.process.SecurityDesk.AGENT;
import static org.itsmsuite.security.process.SecurityDesk.INCIDENT_MANAGER;
import static org.itsmsuite.security.process.SecurityDesk.MONDAY_NINE;
import static org.itsmsuite.security.process.SecurityDesk.OFFICER;
import static org.itsmsuite.security.process.SecurityDesk.review;
import static org.itsmsuite.security.process.SecurityDesk.threat;
import static org.itsmsuite.security.process.SecurityDesk.values;
import static org.itsmsuite.security.process.SuspiciousIncidents.suspicious;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.security.SecurityStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whom a security incident concerns, who works on it, and how it comes from an incident. */
class SecurityPeopleProcessTest {

  private static final SecurityDesk DESK = new SecurityDesk(false);

  private final SecurityDesk desk = DESK;

  @BeforeEach
  void itIsMondayNine() {
    DESK.at(MONDAY_NINE);
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
  class BesideAnIncident {

    @Test
    void oneBeginsInTheSameThreadFromTheSameInstantWithoutTheReporter() {
      Incident incident = suspicious("INC-000010");
      desk.at(MONDAY_NINE.plus(hours(5)));
      String number = desk.taken(incident);

      var security = desk.incident(number);
      assertThat(security.thread()).isEqualTo(incident.thread());
      assertThat(security.reportedAt()).isEqualTo(MONDAY_NINE);
      assertThat(security.openedAt()).isEqualTo(MONDAY_NINE.plus(hours(5)));
      assertThat(security.report().title()).isEqualTo(incident.report().title());
      assertThat(desk.incidents.events(number)).containsExactly("INC-000010");
      assertThat(desk.restrictions.concerned(number)).containsExactly("group:security-team");
    }

    @Test
    void asSecondSuspicionFindsTheOneThatIsOpen() {
      Incident incident = suspicious("INC-000011");
      String number = desk.taken(incident);

      assertThat(desk.taken(incident)).isEqualTo(number);
    }

    @Test
    void aSuspicionAfterAllIsLookedAtAnew() {
      Incident incident = suspicious("INC-000012");
      String number = desk.taken(incident);
      desk.assess(number, values("finding", "NO_SECURITY_INCIDENT", "reason", "Nothing"));

      assertThat(desk.taken(incident)).isNotEqualTo(number);
    }

    @Test
    void itStaysRestrictedUntilTheTeamLiftsIt() {
      String number = desk.taken(suspicious("INC-000013"));
      desk.restrictions.restrict("INC-000013");
      desk.assess(number, values("finding", "NO_SECURITY_INCIDENT", "reason", "Nothing"));
      assertThat(desk.restrictions.isRestricted("INC-000013")).isTrue();

      desk.circle.liftRestriction(number, "A false alarm");
      assertThat(desk.restrictions.isRestricted("INC-000013")).isFalse();
      assertThat(desk.restrictions.isRestricted(number)).isTrue();
      assertThat(desk.factsOf("INC-000013")).contains("security.restrictionLifted");
      assertThat(desk.ledger.of("INC-000013").toString()).doesNotContain("A false alarm");
      isRefused("security.nothing-restricted", () -> desk.circle.liftRestriction(number, "Again"));
    }

    @Test
    void itStaysRestrictedBeforeTheAssessment() {
      String number = desk.taken(suspicious("INC-000015"));
      desk.restrictions.restrict("INC-000015");

      isRefused("security.not-assessed", () -> desk.circle.liftRestriction(number, "Surely ours"));
      assertThat(desk.circle.isLiftable(desk.incident(number))).isFalse();
      assertThat(desk.restrictions.isRestricted("INC-000015")).isTrue();
    }

    @Test
    void itStaysRestrictedWhileItIsHandledAsASecurityIncident() {
      String number = desk.taken(suspicious("INC-000016"));
      desk.restrictions.restrict("INC-000016");
      desk.assess(number, threat());
      isRefused("security.still-handled", () -> desk.circle.liftRestriction(number, "It is over"));

      desk.contain(number);
      desk.tellThoseOutside(number);
      desk.as(SecurityDesk.SECOND_OFFICER);
      desk.complete(number, "userTask_reviewSecurityIncident", review("NO", "NO"));
      desk.circle.liftRestriction(number, "Told in the newspaper");
      assertThat(desk.restrictions.isRestricted("INC-000016")).isFalse();
    }

    @Test
    void groupedUnderAnotherItStaysRestrictedAsLongAsThatOneIsHandled() {
      String other = desk.assessed();
      String number = desk.taken(suspicious("INC-000017"));
      desk.restrictions.restrict("INC-000017");
      desk.as(OFFICER);
      desk.incidents.groupUnder(number, other, "The same mail");

      isRefused("security.still-handled", () -> desk.circle.liftRestriction(number, "It is over"));
    }

    @Test
    void otherMessagesAreForOthers() {
      assertThat(desk.incidents.take(suspicious("INC-000014"), "incident.changeNeeded")).isEmpty();
    }
  }

  @Nested
  class FourEyes {

    @Test
    void whoeverContainedItDoesNotReviewIt() {
      String number = desk.resolved();
      desk.as(OFFICER);

      isRefused(
          "duties.conflict",
          () -> desk.complete(number, "userTask_reviewSecurityIncident", review("NO", "NO")));
      assertThat(desk.open(number)).containsExactly("userTask_reviewSecurityIncident");
    }

    @Test
    void somebodyNamedMayBeLetReview() {
      String number = desk.resolved();
      desk.as(INCIDENT_MANAGER);
      isRefused(
          "security.work-not-allowed",
          () -> desk.complete(number, "userTask_reviewSecurityIncident", review("NO", "NO")));

      desk.as(OFFICER);
      desk.circle.namePerson(number, "incident-manager");
      var task = desk.task(number, "userTask_reviewSecurityIncident");
      assertThat(desk.offeredTo(task)).containsExactly("incident-manager", "security-team");
      desk.as(INCIDENT_MANAGER);
      desk.complete(number, "userTask_reviewSecurityIncident", review("NO", "NO"));
      assertThat(desk.incident(number).review().reviewedBy()).isEqualTo("incident-manager");
    }

    @Test
    void whoWasNamedBeforeIsOfferedTheReviewToo() {
      String number = desk.assessed();
      desk.circle.namePerson(number, "incident-manager");
      desk.contain(number);
      desk.tellThoseOutside(number);

      assertThat(desk.offeredTo(desk.task(number, "userTask_reviewSecurityIncident")))
          .containsExactly("incident-manager", "security-team");
    }
  }

  @Nested
  class Others {

    @Test
    void doNotWorkOnItEvenIfTheEngineLetsThem() {
      String number = desk.raised();
      desk.as(ADMIN);

      isRefused(
          "security.work-not-allowed",
          () -> desk.complete(number, "userTask_assessSecurityEvent", threat()));
    }

    @Test
    void areNotGivenItsTasks() {
      String number = desk.raised();
      String task = desk.task(number, "userTask_assessSecurityEvent").getId();
      desk.as(OFFICER);

      isRefused(
          "security.not-concerned", () -> DESK.engine.getTaskService().setAssignee(task, "agent"));
      DESK.engine.getTaskService().setAssignee(task, "security-officer");
      assertThat(desk.incident(number).assignee()).isEqualTo("security-officer");
      assertThat(desk.incident(number).status()).isEqualTo(SecurityStatus.IN_PROGRESS);
    }

    @Test
    void seeEmptyForms() {
      String number = desk.assessed();
      String task = desk.task(number, "userTask_containSecurityIncident").getId();
      desk.as(ADMIN);
      assertThat(DESK.engine.getFormService().getTaskFormVariables(task)).isEmpty();

      desk.as(OFFICER);
      assertThat(DESK.engine.getFormService().getTaskFormVariables(task))
          .containsEntry("number", number)
          .containsEntry("title", "The key of the archive is gone")
          .containsEntry("priority", "P2");
    }

    @Test
    void areNamedByTheTeamAndToldWithoutContent() {
      String number = desk.raised();
      desk.circle.namePerson(number, "agent");
      desk.circle.nameGroup(number, "top-management");

      assertThat(desk.restrictions.mayKnow(AGENT, number)).isTrue();
      assertThat(desk.told(number))
          .contains(
              "security-concerns-you user:agent", "security-concerns-you group:top-management");
      assertThat(desk.notifications.told())
          .filteredOn(one -> one.notification().record().equals(number))
          .allSatisfy(
              one ->
                  assertThat(one.notification().values().keySet())
                      .isSubsetOf("number", "clock", "dueAt"));
      isRefused("security.already-named", () -> desk.circle.namePerson(number, "agent"));
      isRefused("security.unknown-person", () -> desk.circle.namePerson(number, "agnet"));
      isRefused("security.unknown-group", () -> desk.circle.nameGroup(number, "agents"));
    }
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
