package org.itsmsuite.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.duty.DutyRegister;
import org.junit.jupiter.api.Test;

class DutyTasksTest {

  private final FolderContent shipped = new FolderContent(Path.of(""));

  private DutyTasks tasks(String yaml) {
    return new DutyTasks(DutyRegister.read(new ContentInMemory().with(DutyRegister.FILE, yaml)));
  }

  private String file() {
    return new String(shipped.read(DutyRegister.FILE), StandardCharsets.UTF_8);
  }

  @Test
  void thoseThatAreShippedAreThere() {
    assertThatCode(() -> tasks(file()).check(shipped)).doesNotThrowAnyException();
  }

  @Test
  void oneThatIsInNoModelStopsTheRelease() {
    var wrong = tasks(file().replace("userTask_confirmResolution", "userTask_confirmRepair"));
    assertThatThrownBy(() -> wrong.check(shipped))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> {
              assertThat(fault.key()).isEqualTo("duties.unknown-task");
              assertThat(fault.getMessage()).contains("userTask_confirmRepair", "incident-triage");
            });
  }
}
