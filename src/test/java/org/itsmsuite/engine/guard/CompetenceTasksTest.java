package org.itsmsuite.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.itsmsuite.competence.CompetenceRegister;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.FolderContent;
import org.junit.jupiter.api.Test;

class CompetenceTasksTest {

  private final FolderContent shipped = new FolderContent(Path.of(""));

  private CompetenceTasks tasks(String yaml) {
    return new CompetenceTasks(
        CompetenceRegister.read(new ContentInMemory().with(CompetenceRegister.FILE, yaml)));
  }

  private String file() {
    return new String(shipped.read(CompetenceRegister.FILE), StandardCharsets.UTF_8);
  }

  @Test
  void thoseThatAreShippedAreThere() {
    assertThatCode(() -> tasks(file()).check(shipped)).doesNotThrowAnyException();
  }

  @Test
  void oneThatIsInNoModelStopsTheRelease() {
    var wrong = tasks(file().replace("userTask_containSecurityIncident", "userTask_containFire"));
    assertThatThrownBy(() -> wrong.check(shipped))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> {
              assertThat(fault.key()).isEqualTo("competences.unknown-task");
              assertThat(fault.getMessage())
                  .contains("needs[1]", "userTask_containFire", "security-incident");
            });
  }
}
