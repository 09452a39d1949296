package org.itsmsuite.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

  private static final String SHIPPED =
      new String(Logs.SHIPPED.read(MappingFile.NAME), StandardCharsets.UTF_8);

  private static Mapping read(String text) {
    var groups = new ConfiguredSupportGroups(Logs.SHIPPED);
    return MappingFile.read(
        new ContentInMemory().with(MappingFile.NAME, text),
        new ConfiguredCatalogue(Logs.SHIPPED, groups),
        groups);
  }

  @Test
  void readsTheShippedFile() {
    Mapping mapping = read(SHIPPED);
    assertThat(mapping.columns()).hasSize(Mapping.Column.values().length);
    assertThat(mapping.states()).hasSize(8);
    assertThat(mapping.otherGroups().level()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'service: workplace'        | 'service: moonbase'      | replay.unknown-service        | defaults.service
          'customer: north-office'    | 'customer: nobody'       | replay.unknown-customer       | defaults.customer
          'zone: UTC'                 | 'zone: Mars/North'       | replay.bad-zone               | times.zone
          'dd-MM-uuuu HH:mm'          | 'dd-QQQQQQQQQ'           | replay.bad-time-pattern       | times.pattern
          'state: incident_state'     | 'mood: incident_state'   | content.missing-value         | columns.state
          'change: rfc'               | 'change: rfc\n  mood: x' | replay.unknown-column         | columns.mood
          'level: 2'                  | 'level: 0'               | replay.bad-level              | groups.others.level
          'level: 2'                  | 'level: 3'               | replay.next-group-not-higher  | groups.others.next
          'next: third-level'         | 'next: tenth-level'      | replay.unknown-group          | groups.others.next
          'known: {}'                 | 'known: {A: nobody}'     | replay.unknown-group          | groups.known.A
          'task: userTask_restoreService' | 'task: ""'           | content.missing-value         | tasks.restore.task
          """)
  void saysWhatIsWrongAndWhere(String right, String wrong, String key, String place) {
    String text = SHIPPED.replace(right, wrong.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(SHIPPED);
    var refusal = catchThrowableOfType(ContentException.class, () -> read(text));
    assertThat(refusal.key()).isEqualTo(key);
    assertThat(refusal.place()).isEqualTo(place);
    assertThat(refusal.file()).isEqualTo(MappingFile.NAME);
  }

  @Test
  void refusesAStateThatIsNoneOfOurs() {
    var refusal =
        catchThrowableOfType(
            ContentException.class, () -> read(SHIPPED.replace("Active: ACTIVE", "Active: BUSY")));
    assertThat(refusal.key()).isEqualTo("content.wrong-type");
    assertThat(refusal.place()).startsWith("states.Active");
  }
}
