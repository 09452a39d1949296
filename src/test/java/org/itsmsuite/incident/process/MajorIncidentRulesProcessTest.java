package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.incident.process.MajorIncidentDesk.ENGINEER;
import static org.itsmsuite.incident.process.MajorIncidentDesk.OTHER_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;
import static org.itsmsuite.incident.process.TriageDesk.REQUESTER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.major.Declaration;
import org.itsmsuite.incident.major.How;
import org.itsmsuite.incident.major.MajorIncident.Stage;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When an incident is a major one and when it is not, and what may be done with one. */
class MajorIncidentRulesProcessTest extends MajorIncidentStories {

  private static final InMemoryDesk MEMORY = InMemoryDesk.open(new FolderContent(Path.of("")));

  MajorIncidentRulesProcessTest() {
    super(MEMORY);
  }

  @AfterAll
  static void closeTheDesk() {
    MEMORY.close();
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
      memory.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, null);

      assertThat(desk.isMajor(number)).isTrue();
      assertThat(desk.major(number).declaration().how()).isEqualTo(How.CRITERIA);
      assertThat(desk.major(number).declaration().reason()).isEqualTo("Highest priority.");
    }

    @Test
    void theRequesterHearsOfIt() {
      String number = desk.declared();

      assertThat(desk.told(number)).contains("major-incident-declared user:requester");
    }

    @Test
    void theNamesOfAllItsOpenTasksFollowThePriority() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);
      memory.incidents().setPriority(number, Impact.LOW, Urgency.LOW, "One office only");

      assertThat(desk.incident(number).assessment().priority()).isEqualTo("P4");
      assertThat(desk.open(number, "userTask_sendNextUpdate").getName())
          .startsWith("Send the next update: MAJOR P4 " + number);
      assertThat(desk.open(number, "userTask_carryOutTechnicalTask").getName())
          .startsWith("Carry out technical task: MAJOR P4 " + number);
      assertThat(desk.open(number, "userTask_restoreService").getName())
          .startsWith("Restore service: P4 " + number);
    }

    @Test
    void byAPersonWhateverTheCriteriaSay() {
      String number = desk.reported();
      memory.as(INCIDENT_MANAGER);
      memory.majors().declare(number, "The newspapers have called");

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

      assertRefused(() -> memory.majors().declare(number, "Too late"), "incident.not-open");
      assertThat(desk.majorFacts(number)).isEmpty();
    }

    @Test
    void onlyThoseConcernedHearOfARestrictedOne() {
      String number = desk.reportedAsSecurity();
      memory.as(INCIDENT_MANAGER);
      memory.majors().declare(number, "All passwords");

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
      memory
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
  class Led {

    @Test
    void nobodyElseCanBeInCharge() {
      String number = desk.declared();
      memory.as(INCIDENT_MANAGER);

      assertRefused(
          () -> desk.complete(number, "userTask_takeCharge", Map.of("manager", "engineer")),
          "incident.unknown-manager");
      assertRefused(
          () -> desk.complete(number, "userTask_takeCharge", Map.of("manager", "nobody")),
          "incident.unknown-manager");
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
    void nobodyGetsAroundTakingCharge() {
      String number = desk.declared();
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_takeCharge");
      desk.takeCharge(number, Map.of("groups", "", "task_third_level", ""));
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
    }

    @Test
    void theUpdateClockRunsFromTheDeclarationOn() {
      String number = desk.declared();

      assertThat(desk.clock(number, ClockKind.UPDATE).dueAt())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(30)));
      assertThat(desk.open(number, "userTask_sendNextUpdate").getDueDate().toInstant())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(30)));
    }
  }

  @Nested
  class WhileLed {

    @Test
    void noneCanBeAddedForAGroupThatDoesNotExist() {
      String number = desk.led();

      assertRefused(
          () -> memory.majors().addTechnicalTask(number, "no-group", "Nothing"),
          "incident.unknown-group");
    }

    @Test
    void noneCanBeAddedOnceItHasEnded() {
      String number = desk.ended();

      assertRefused(
          () -> memory.majors().addTechnicalTask(number, "second-level", "Too late"),
          "incident.major-ended");
    }

    @Test
    void theManagerCallsATechnicalTaskOffAndNobodyElseDoes() {
      String number = desk.led();
      memory.as(ENGINEER);
      Map<String, Object> off = Map.of("outcome", "CALLED_OFF", "result", "Not needed");

      assertRefused(
          () -> desk.complete(number, "userTask_carryOutTechnicalTask", off),
          "incident.call-off-not-allowed");
      memory.as(INCIDENT_MANAGER);
      desk.complete(number, "userTask_carryOutTechnicalTask", off);
      assertThat(desk.technicalTasks(number))
          .extracting(TechnicalTask::outcome)
          .containsExactly(TechnicalTask.Outcome.CALLED_OFF);
    }

    @Test
    void anotherManagerTakesOver() {
      String number = desk.led();
      memory.as(OTHER_MANAGER);
      assertRefused(
          () -> memory.majors().nameManager(number, "incident-manager"), "incident.same-manager");
      memory.majors().nameManager(number, "incident-manager-2");

      assertThat(desk.major(number).lead().manager()).isEqualTo("incident-manager-2");
      assertThat(desk.open(number, "userTask_sendNextUpdate").getAssignee())
          .isEqualTo("incident-manager-2");
      assertThat(fact(number, "managerNamed").before())
          .containsEntry("manager", "incident-manager");
    }

    @Test
    void nobodyTakesOverBeforeSomebodyIsInCharge() {
      String number = desk.declared();
      memory.as(OTHER_MANAGER);

      assertRefused(
          () -> memory.majors().nameManager(number, "incident-manager-2"),
          "incident.no-charge-taken");
    }

    @Test
    void itIsNotDeclaredTwice() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);

      assertRefused(() -> memory.majors().declare(number, "Again"), "incident.already-major");
      assertRefused(() -> desk.leadByHand(number), "incident.already-major");
      assertThat(desk.majorFacts(number)).containsOnlyOnce("majorIncident.declared");
    }

    @Test
    void theCriteriaDoNotDeclareItAgain() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);
      memory.incidents().setPriority(number, Impact.HIGH, Urgency.MEDIUM, "Less");
      memory.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, "More");

      assertThat(desk.majorFacts(number)).containsOnlyOnce("majorIncident.declared");
    }
  }

  @Nested
  class Withdrawn {

    @Test
    void itStandsUntilAPersonDeclaresAnew() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);
      memory.majors().withdraw(number, "One mailbox only");
      memory.incidents().setPriority(number, Impact.MEDIUM, Urgency.HIGH, "One only");
      memory.incidents().setPriority(number, Impact.HIGH, Urgency.HIGH, "All again");
      assertThat(desk.leading(number)).isNull();

      memory.majors().declare(number, "All mailboxes");
      assertThat(desk.major(number).stage()).isEqualTo(Stage.LED);
      assertThat(desk.major(number).declaration().how()).isEqualTo(How.PERSON);
      assertThat(desk.isMajor(number)).isTrue();
      assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void itCannotBeOnceTheIncidentHasEnded() {
      String number = desk.ended();
      memory.as(INCIDENT_MANAGER);

      assertRefused(() -> memory.majors().withdraw(number, "Too late"), "incident.major-ended");
    }

    @Test
    void whatIsNotMajorCannotBeWithdrawn() {
      String number = desk.triaged();

      assertRefused(() -> memory.majors().withdraw(number, "No"), "incident.not-major");
    }
  }

  @Nested
  class Ended {

    @Test
    void theIncidentIsClosedAndTheMajorIncidentGoesOn() {
      String number = desk.ended();
      memory.as(REQUESTER);
      memory.incidents().confirm(number);

      assertThat(desk.incident(number).status()).isEqualTo(Status.CLOSED);
      desk.report(number);
      memory.timers().fire(number, "event_reopenLimit");
      assertThat(desk.hasEnded(number)).isFalse();
      desk.review(number, Map.of());
      assertThat(desk.hasEnded(number)).isTrue();
    }

    @Test
    void anIncidentThatIsNotMajorEndsWithoutMore() {
      String number = desk.resolved();
      desk.incidentReopens(number);

      assertThat(desk.majorFacts(number)).isEmpty();
      assertRefused(() -> desk.leadByHand(number), "incident.criteria-not-met");
    }
  }
}
