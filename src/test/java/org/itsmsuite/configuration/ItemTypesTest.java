package org.itsmsuite.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.FolderContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTypesTest {

  private static final String FINE =
      """
      mostAffected: 10
      types: [{id: thing, name: Thing, levels: [CI]}]
      never: [{id: record, why: It looks back}]
      statuses: [{id: new, name: New}, {id: gone, name: Gone, retired: true}]
      relationKinds: [{id: needs, name: needs, inverse: is needed by, suffers: FROM}]
      """;

  private static ItemTypes read(String yaml) {
    return ItemTypes.read(new ContentInMemory().with(ItemTypes.FILE, yaml));
  }

  @Test
  void theShippedFileCanBeUsed() {
    var shipped = ItemTypes.read(new FolderContent(Path.of("")));
    assertThat(shipped.type("service").orElseThrow().levels()).containsExactly(ItemLevel.SERVICE);
    assertThat(shipped.whyNever("record")).isPresent();
    assertThat(shipped.retiredStatus().id()).isEqualTo("retired");
  }

  @Test
  void aKindThatDoesNotSayItsLevelsTakesAny() {
    assertThat(read(FINE).kind("needs").orElseThrow().toLevels())
        .containsExactlyInAnyOrder(ItemLevel.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mostAffected: 10|mostAffected: 0|configuration.bad-limit",
        "levels: [CI]|levels: []|configuration.no-level",
        "levels: [CI]|levels: [CITY]|configuration.wrong-value",
        "id: record|id: thing|configuration.never-an-item",
        "retired: true|retired: false|configuration.bad-statuses",
        "{id: new, name: New}|{id: new, name: New, retired: true}|configuration.bad-statuses",
        "suffers: FROM|suffers: ALL|configuration.wrong-value",
        "id: needs|id: NEEDS|content.bad-id",
        "name: Thing|name: ''|content.missing-value",
      })
  void aFaultStopsTheStartWithItsPlace(String was, String is, String key) {
    assertThatThrownBy(() -> read(FINE.replace(was, is)))
        .isInstanceOfSatisfying(
            ContentException.class, fault -> assertThat(fault.key()).isEqualTo(key));
  }

  @Test
  void whatIsRecordedCannotBeLeftOut() {
    var types = read(FINE);
    types.requireAll(new ItemStore.Words(Set.of("thing"), Set.of("gone"), Set.of("needs")));
    assertThatThrownBy(
            () -> types.requireAll(new ItemStore.Words(Set.of(), Set.of(), Set.of("hates"))))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> {
              assertThat(fault.key()).isEqualTo("configuration.still-in-use");
              assertThat(fault.place()).isEqualTo("relationKinds");
            });
  }
}
