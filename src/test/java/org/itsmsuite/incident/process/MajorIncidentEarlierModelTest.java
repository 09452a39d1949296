package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.incident.process.TriageDesk.INCIDENT_MANAGER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What runs on version 1.0.0 of the model goes on as that one draws it: opened again while a task
 * is open, it is led again when that task has ended.
 */
class MajorIncidentEarlierModelTest extends MajorIncidentStories {

  private static final InMemoryDesk MEMORY = InMemoryDesk.open(new EarlierContent());

  MajorIncidentEarlierModelTest() {
    super(MEMORY);
  }

  @AfterAll
  static void closeTheDesk() {
    MEMORY.close();
  }

  /** Today's content with the model of then. */
  private static final class EarlierContent implements ContentSource {

    private final ContentSource today = new FolderContent(Path.of(""));

    @Override
    public List<String> list(String folder, String suffix) {
      return today.list(folder, suffix);
    }

    @Override
    public boolean exists(String name) {
      return today.exists(name);
    }

    @Override
    public byte[] read(String name) {
      return name.equals("processes/incident/major-incident.bpmn") ? then() : today.read(name);
    }

    private static byte[] then() {
      try (InputStream model =
          MajorIncidentEarlierModelTest.class.getResourceAsStream(
              "/models/major-incident-1.0.0.bpmn")) {
        return model.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void theIncidentIsReopenedAndLedAgainOnceTheTechnicalTaskHasEnded() {
    String number = desk.led();
    desk.incidentEnds(number);
    desk.incidentReopens(number);

    assertThat(desk.incident(number).isOpen()).isTrue();
    assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_carryOutTechnicalTask");
    desk.technicalTaskDone(number, Map.of());
    assertThat(desk.waitingAt(number))
        .containsExactlyInAnyOrder("userTask_takeCharge", "userTask_sendNextUpdate");
  }

  @Test
  void untilThenItIsRefusedToWithdrawIt() {
    String number = desk.led();
    desk.incidentEnds(number);
    desk.incidentReopens(number);
    memory.as(INCIDENT_MANAGER);

    assertRefused(() -> memory.majors().withdraw(number, "No"), "incident.major-ended");
  }

  @Test
  void endingTwiceUntilThenIsEndingOnce() {
    String number = desk.led();
    desk.incidentEnds(number);
    desk.incidentReopens(number);
    desk.incidentEnds(number);

    assertThat(desk.majorFacts(number)).containsOnlyOnce("majorIncident.ended");
    desk.technicalTaskDone(number, Map.of());
    assertThat(desk.waitingAt(number)).containsExactlyInAnyOrder("userTask_writeReport");
  }

  @Test
  void itIsLedAgainAtOnceWhileTheReportIsAwaited() {
    String number = desk.ended();
    desk.incidentReopens(number);

    assertThat(desk.waitingAt(number))
        .containsExactlyInAnyOrder("userTask_takeCharge", "userTask_sendNextUpdate");
  }

  @Test
  void itEndsWithItsReview() {
    String number = desk.reportWritten();
    desk.review(number, Map.of());

    assertThat(desk.leading(number)).isNull();
  }
}
