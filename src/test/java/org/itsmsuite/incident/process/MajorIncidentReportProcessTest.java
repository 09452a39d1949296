package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Report and review: when they are due, who writes them, what they begin with. */
class MajorIncidentReportProcessTest extends MajorIncidentStories {

  private static final InMemoryDesk MEMORY = InMemoryDesk.open(new FolderContent(Path.of("")));

  MajorIncidentReportProcessTest() {
    super(MEMORY);
  }

  @AfterAll
  static void closeTheDesk() {
    MEMORY.close();
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
    memory.as(INCIDENT_MANAGER);

    assertRefused(
        () ->
            desk.complete(
                number,
                "userTask_reviewMajorIncident",
                Map.of("participants", "I", "findings", "None", "problemWanted", "YES")),
        "duties.conflict");
    assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_reviewMajorIncident");
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

    assertThat(memory.majorFacts(number, desk.open(number, "userTask_writeReport")).get("course"))
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

  @Test
  void oneLateFiringTellsAllThatWasDue() {
    String number = desk.ended();
    memory.at(MONDAY_NINE.plus(Duration.ofDays(30)));
    memory.timers().fire(number, "event_reportOverdue");

    assertThat(desk.majorFacts(number)).filteredOn("majorIncident.overdueTold"::equals).hasSize(3);
  }
}
