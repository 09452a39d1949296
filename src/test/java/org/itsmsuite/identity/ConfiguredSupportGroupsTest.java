package org.itsmsuite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSupportGroupsTest {

  private static ConfiguredSupportGroups read(String entries) {
    return new ConfiguredSupportGroups(
        new ContentInMemory().with("config/support-groups.yaml", "supportGroups: " + entries));
  }

  @Test
  void areReadInOrder() {
    var groups =
        read(
            """
            [{id: desk, name: Desk, level: 1, next: expert, manager: boss, email: desk@example.org},
             {id: expert, name: Expert, level: 2, manager: boss}]
            """);

    assertThat(groups.all())
        .containsExactly(
            new SupportGroup("desk", "Desk", 1, "expert", "boss", "desk@example.org"),
            new SupportGroup("expert", "Expert", 2, null, "boss", null));
    assertThat(groups.find("expert")).contains(groups.all().get(1));
    assertThat(groups.find("nobody")).isEmpty();
    assertThat(groups.find(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{name: A, level: 1, manager: m}]                  | content.missing-value          | supportGroups[0].id
          [{id: A b, name: A, level: 1, manager: m}]         | content.bad-id                 | supportGroups[0].id
          [{id: a, level: 1, manager: m}]                    | content.missing-value          | supportGroups[0].name
          [{id: a, name: A, level: 1}]                       | content.missing-value          | supportGroups[0].manager
          [{id: a, name: A, manager: m}]                     | identity.bad-level             | supportGroups[0].level
          [{id: a, name: A, level: 0, manager: m}]           | identity.bad-level             | supportGroups[0].level
          [{id: a, name: A, level: 1, manager: m, email: x}] | content.bad-email              | supportGroups[0].email
          [{id: a, name: A, level: 1, manager: m, next: b}]  | identity.unknown-next-group    | supportGroups[0].next
          [{id: a, name: A, level: 1, manager: m, next: a}]  | identity.next-group-not-higher | supportGroups[0].next
          [{id: a, name: A, level: 1, manager: m, next: b}, {id: b, name: B, level: 2, manager: m, next: a}] | identity.next-group-not-higher | supportGroups[1].next
          [{id: a, name: A, level: 1, manager: m}, {id: a, name: A, level: 1, manager: m}]                   | content.duplicate-id           | supportGroups[1]
          [{id: a, name: A, level: 1, manager: m},]          | none                           | none
          [{id: a, name: A, level: one, manager: m}]         | content.wrong-type             | supportGroups[0].level (line 1, column 41)
          [{id: a, nmae: A}]                                 | content.unknown-field          | supportGroups[0].nmae
          []                                                 | identity.no-support-group      | supportGroups
          """)
  void aFaultIsToldWithItsPlace(String entries, String key, String place) {
    var fault = catchThrowableOfType(ContentException.class, () -> read(entries));

    assertThat(fault == null ? "none" : fault.key()).isEqualTo(key);
    assertThat(fault == null ? "none" : fault.place()).isEqualTo(place);
  }

  @Test
  void theShippedGroupsEscalateToTheLastLevel() {
    var groups = new ConfiguredSupportGroups(new ClassPathContent());

    assertThat(groups.all())
        .extracting(SupportGroup::id)
        .contains("service-desk", "second-level", "third-level", "security-team", "suppliers");
    assertThat(
            groups
                .find("service-desk")
                .flatMap(group -> groups.find(group.next()))
                .flatMap(group -> groups.find(group.next()))
                .map(SupportGroup::id))
        .contains("third-level");
  }
}
