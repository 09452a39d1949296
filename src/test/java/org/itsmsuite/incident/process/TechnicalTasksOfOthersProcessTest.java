package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A form that offers a group whom the access table lets see neither incident nor task. */
class TechnicalTasksOfOthersProcessTest {

  private static final String FORM = "forms/incident/take-charge.form";
  private static final InMemoryDesk MEMORY = InMemoryDesk.open(new SuppliersOffered());

  private final MajorIncidentDesk desk = new MajorIncidentDesk(MEMORY);

  @AfterAll
  static void closeTheDesk() {
    MEMORY.close();
  }

  /** Today's content, whose form offers suppliers where it offered another group. */
  private static final class SuppliersOffered implements ContentSource {

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
      byte[] read = today.read(name);
      return name.equals(FORM)
          ? new String(read, StandardCharsets.UTF_8)
              .replace("third-level", "suppliers")
              .replace("third_level", "suppliers")
              .getBytes(StandardCharsets.UTF_8)
          : read;
    }
  }

  @Test
  void areRefusedWithTheGroupsThatCanDoThemAndNobodyIsInChargeYet() {
    String number = desk.declared();
    MEMORY.as(TriageDesk.INCIDENT_MANAGER);

    assertThatThrownBy(
            () ->
                desk.complete(
                    number,
                    "userTask_takeCharge",
                    Map.of("groups", List.of("suppliers"), "task_suppliers", "Look")))
        .isInstanceOfSatisfying(
            FormRefused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("incident.group-sees-no-task");
              assertThat(refused.offences().get(0).field()).isEqualTo("groups");
              assertThat(refused.getMessage())
                  .contains("service-desk, second-level, third-level, security-team");
            });
    assertThat(desk.technicalTasks(number)).isEmpty();
    assertThat(desk.waitingAt(number)).contains("userTask_takeCharge");
  }

  @Test
  void areNotOfferedByTheFormOfToday() {
    assertThat(new String(new FolderContent(Path.of("")).read(FORM), StandardCharsets.UTF_8))
        .contains("third-level")
        .doesNotContain("suppliers");
  }
}
