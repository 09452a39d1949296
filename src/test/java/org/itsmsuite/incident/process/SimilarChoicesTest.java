package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmsuite.incident.SimilarIncident;
import org.itsmsuite.incident.SomeIncidents;
import org.itsmsuite.incident.Status;
import org.junit.jupiter.api.Test;

class SimilarChoicesTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final SimilarChoices choices =
      new SimilarChoices(
          (incident, limit) -> {
            asked.incrementAndGet();
            return List.of(
                new SimilarIncident(
                    "INC-000001",
                    "*All* [of] them",
                    Status.NEW,
                    "P3",
                    "service-desk",
                    SomeIncidents.MORNING,
                    80,
                    List.of("title 50 %", "same service")));
          },
          SomeIncidents.open("INC-000002"));

  @Test
  void areLookedForOnceAndOnlyWhenSomebodyReadsThem() {
    assertThat(asked).hasValue(0);
    assertThat(choices).hasSize(1);
    assertThat(choices.get(0)).containsEntry("value", "INC-000001");
    assertThat(asked).hasValue(1);
  }

  @Test
  void areTextForPeopleAndHarmlessAsMarkdown() {
    assertThat(choices.get(0))
        .containsEntry("label", "INC-000001 *All* [of] them")
        .containsEntry(
            "text", "\\*All\\* \\[of\\] them \\(80 \\% alike\\: title 50 \\%\\, same service\\)");
  }
}
