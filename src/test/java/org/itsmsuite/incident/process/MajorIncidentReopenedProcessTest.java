package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.major.How;
import org.itsmsuite.incident.major.MajorIncident.Stage;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An incident that is opened again is led again at once, whatever its major incident was at. */
class MajorIncidentReopenedProcessTest extends MajorIncidentStories {

  private static final String TAKE_CHARGE = "userTask_takeCharge";
  private static final String TECHNICAL_TASK = "userTask_carryOutTechnicalTask";
  private static final String FURTHER_TASK = "userTask_carryOutFurtherTechnicalTask";
  private static final String NEXT_UPDATE = "userTask_sendNextUpdate";
  private static final String REPORT = "userTask_writeReport";
  private static final Map<String, Object> NO_TASKS = Map.of("groups", "", "task_third_level", "");

  private static final InMemoryDesk MEMORY = InMemoryDesk.open(new FolderContent(Path.of("")));

  MajorIncidentReopenedProcessTest() {
    super(MEMORY);
  }

  @AfterAll
  static void closeTheDesk() {
    MEMORY.close();
  }

  /** Ended at ten past nine, open again at twenty past. */
  private void endsAndReopens(String number) {
    memory.at(MONDAY_NINE.plus(Duration.ofMinutes(10)));
    desk.incidentEnds(number);
    memory.at(MONDAY_NINE.plus(Duration.ofMinutes(20)));
    desk.incidentReopens(number);
  }

  private void assertLed(String number) {
    assertThat(desk.major(number).stage()).isEqualTo(Stage.LED);
    assertThat(desk.major(number).aftermath().reportDueAt()).isNull();
    assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.RUNNING);
    assertThat(desk.open(number, NEXT_UPDATE).getDueDate().toInstant())
        .isEqualTo(desk.clock(number, ClockKind.UPDATE).dueAt())
        .isAfter(memory.now());
  }

  @Nested
  class WhileNobodyIsInChargeYet {

    @Test
    void wordIsDueAgainAndTheTaskOfTakingChargeStays() {
      String number = desk.declared();
      String takeCharge = desk.open(number, TAKE_CHARGE).getId();
      endsAndReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TAKE_CHARGE, NEXT_UPDATE);
      assertThat(desk.open(number, TAKE_CHARGE).getId()).isEqualTo(takeCharge);
      assertLed(number);
    }

    @Test
    void whoeverTakesChargeThenSendsTheUpdates() {
      String number = desk.declared();
      endsAndReopens(number);
      desk.takeCharge(number, Map.of());

      assertThat(desk.open(number, NEXT_UPDATE).getAssignee()).isEqualTo("incident-manager");
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TECHNICAL_TASK, NEXT_UPDATE);
    }
  }

  @Nested
  class WhileATechnicalTaskIsOpen {

    @Test
    void theTaskStaysAndWhoeverIsInChargeStays() {
      String number = desk.led();
      String technical = desk.open(number, TECHNICAL_TASK).getId();
      endsAndReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TECHNICAL_TASK, NEXT_UPDATE);
      assertThat(desk.open(number, TECHNICAL_TASK).getId()).isEqualTo(technical);
      assertThat(desk.technicalTasks(number)).hasSize(1).allMatch(TechnicalTask::isOpen);
      assertThat(desk.open(number, NEXT_UPDATE).getAssignee()).isEqualTo("incident-manager");
      assertLed(number);
      assertThat(desk.majorFacts(number)).endsWith("majorIncident.ended", "majorIncident.resumed");
    }

    @Test
    void wordGoesOutAsBefore() {
      String number = desk.led();
      endsAndReopens(number);
      desk.update(number, "It is broken again");

      assertThat(desk.told(number)).contains("major-incident-update group:top-management");
      assertThat(desk.clock(number, ClockKind.UPDATE).dueAt())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofMinutes(50)));
      assertLed(number);
    }

    @Test
    void itGoesOnWhenThatTaskIsDone() {
      String number = desk.led();
      endsAndReopens(number);
      desk.technicalTaskDone(number, Map.of());

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(NEXT_UPDATE);
      desk.incidentEnds(number);
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(REPORT);
    }

    @Test
    void furtherTechnicalTasksCanBeGiven() {
      String number = desk.led();
      endsAndReopens(number);
      memory.as(INCIDENT_MANAGER);
      memory.majors().addTechnicalTask(number, "second-level", "Tell the users");

      assertThat(desk.waitingAt(number))
          .containsExactlyInAnyOrder(TECHNICAL_TASK, FURTHER_TASK, NEXT_UPDATE);
    }

    @Test
    void itCanBeWithdrawn() {
      String number = desk.led();
      endsAndReopens(number);
      memory.as(INCIDENT_MANAGER);
      memory.majors().withdraw(number, "One mailbox only");

      assertThat(desk.leading(number)).isNull();
      assertThat(desk.major(number).stage()).isEqualTo(Stage.WITHDRAWN);
      assertThat(desk.technicalTasks(number))
          .extracting(TechnicalTask::outcome)
          .containsExactly(TechnicalTask.Outcome.CALLED_OFF);
      assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.CANCELLED);
      assertThat(desk.told(number)).contains("major-incident-withdrawn group:top-management");
      assertThat(desk.incident(number).isOpen()).isTrue();
    }

    @Test
    void theReportIsDueFromTheLastEndOn() {
      String number = desk.led();
      endsAndReopens(number);
      memory.at(MONDAY_NINE.plus(Duration.ofDays(1)));
      desk.update(number, "It goes on");
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TECHNICAL_TASK);
      assertThat(desk.major(number).stage()).isEqualTo(Stage.ENDED);
      assertThat(desk.clock(number, ClockKind.UPDATE).state())
          .isIn(ClockState.MET, ClockState.CANCELLED);
      desk.technicalTaskDone(number, Map.of());
      assertThat(desk.open(number, REPORT).getDueDate().toInstant())
          .isEqualTo("2026-03-05T17:00:00Z");
      assertThat(memory.majorFacts(number, desk.open(number, REPORT)).get("course"))
          .asString()
          .contains("Reopened: Not at all", "Led as a major incident again.");
    }

    @Test
    void twiceInARowThereIsOneUpdateTask() {
      String number = desk.led();
      endsAndReopens(number);
      desk.incidentEnds(number);
      desk.incidentReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TECHNICAL_TASK, NEXT_UPDATE);
      assertLed(number);
      assertThat(desk.majorFacts(number))
          .endsWith(
              "majorIncident.ended",
              "majorIncident.resumed",
              "majorIncident.ended",
              "majorIncident.resumed");
    }

    @Test
    void itIsLedAgainAfterHavingBeenTakenForSomethingElse() {
      String number = desk.led();
      memory.incidents().reclassify(number, Mechanism.SERVICE_REQUEST, null, "Nothing is broken");
      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TECHNICAL_TASK);
      desk.incidentReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TECHNICAL_TASK, NEXT_UPDATE);
      assertLed(number);
    }
  }

  @Nested
  class WhileAFurtherTechnicalTaskIsOpen {

    @Test
    void itStaysAndWordIsDueAgain() {
      String number = desk.led();
      memory.as(INCIDENT_MANAGER);
      memory.majors().addTechnicalTask(number, "second-level", "Tell the users");
      desk.technicalTaskDone(number, Map.of());
      Task further = desk.open(number, FURTHER_TASK);
      endsAndReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(FURTHER_TASK, NEXT_UPDATE);
      assertThat(desk.open(number, FURTHER_TASK).getId()).isEqualTo(further.getId());
      assertLed(number);
    }
  }

  @Nested
  class AfterItsReview {

    private String reviewed() {
      String number = desk.reportWritten();
      desk.review(number, Map.of());
      assertThat(desk.leading(number)).isNull();
      memory.at(MONDAY_NINE.plus(Duration.ofMinutes(20)));
      return number;
    }

    /** Of a P3 that no criteria ask to be led. */
    private String declaredByAPersonAndReviewed() {
      String number = desk.triaged();
      memory.as(INCIDENT_MANAGER);
      memory.majors().declare(number, "The director cannot work");
      desk.takeCharge(number, NO_TASKS);
      desk.incidentEnds(number);
      desk.report(number);
      desk.review(number, Map.of());
      memory.at(MONDAY_NINE.plus(Duration.ofMinutes(20)));
      return number;
    }

    @Test
    void itIsLedAnewByWhoeverWasInCharge() {
      String number = reviewed();
      var before = desk.major(number);
      desk.incidentReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TAKE_CHARGE, NEXT_UPDATE);
      assertThat(desk.open(number, NEXT_UPDATE).getAssignee()).isEqualTo("incident-manager");
      assertLed(number);
      assertThat(desk.major(number).id()).isNotEqualTo(before.id());
      assertThat(desk.major(number).lead().manager()).isEqualTo("incident-manager");
      assertThat(desk.major(number).declaration().how()).isEqualTo(How.REOPENED);
      assertThat(desk.major(number).declaration().reason())
          .isEqualTo(before.declaration().reason());
      assertThat(desk.majorFacts(number))
          .endsWith(
              "majorIncident.reviewed",
              "majorIncident.declared",
              "majorIncident.managerNamed",
              "majorIncident.managementInformed");
    }

    @Test
    void itIsLedAnewToldOfToManagementAndWhoeverWasInCharge() {
      String number = reviewed();
      desk.incidentReopens(number);

      assertThat(fact(number, "managementInformed").after().get("recipients"))
          .asString()
          .contains("group:top-management", "user:incident-manager");
    }

    @Test
    void theCriteriaNeedNotBeMet() {
      String number = declaredByAPersonAndReviewed();
      desk.incidentReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TAKE_CHARGE, NEXT_UPDATE);
      assertLed(number);
      assertThat(desk.major(number).declaration().reason()).isEqualTo("The director cannot work");
    }

    @Test
    void reportAndReviewFollowOnceMore() {
      String number = declaredByAPersonAndReviewed();
      desk.incidentReopens(number);
      desk.takeCharge(number, NO_TASKS);
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(REPORT);
      desk.report(number);
      desk.review(number, Map.of());
      assertThat(desk.major(number).stage()).isEqualTo(Stage.REVIEWED);
      assertThat(desk.leading(number)).isNull();
    }

    @Test
    void itCanBeWithdrawnAndStaysSo() {
      String number = declaredByAPersonAndReviewed();
      desk.incidentReopens(number);
      memory.as(INCIDENT_MANAGER);
      memory.majors().withdraw(number, "One mailbox only");
      assertThat(desk.isMajor(number)).isFalse();
      desk.incidentEnds(number);
      desk.incidentReopens(number);

      assertThat(desk.leading(number)).isNull();
      assertThat(desk.isMajor(number)).isFalse();
    }
  }

  @Nested
  class OnceTheReportWasAwaited {

    @Test
    void itMayBeOpenedAgainOnceMoreWhileItIsLedAnew() {
      String number = desk.ended();
      desk.incidentReopens(number);
      endsAndReopens(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(TAKE_CHARGE, NEXT_UPDATE);
      assertLed(number);
    }

    @Test
    void theReportComesWhenAllHasEndedAgain() {
      String number = desk.ended();
      desk.incidentReopens(number);
      endsAndReopens(number);
      desk.takeCharge(number, NO_TASKS);
      desk.incidentEnds(number);

      assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder(REPORT);
    }
  }
}
