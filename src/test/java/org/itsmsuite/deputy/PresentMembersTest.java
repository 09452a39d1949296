package org.itsmsuite.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import org.itsmsuite.notification.GroupReaders.Readers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads what is meant for a group without a mailbox. */
class PresentMembersTest {

  private final Office office = new Office();
  private final PresentMembers members =
      new PresentMembers(office.store, office.deputies, office.staff, office.clock);

  @AfterEach
  void close() {
    office.close();
  }

  private Readers cab(int most) {
    return members.of("cab", "INC-1", most);
  }

  @Test
  void areThoseAtWork() {
    assertThat(cab(10))
        .isEqualTo(new Readers(java.util.Set.of("chair", "a", "b", "c", "d"), false));
  }

  @Test
  void areTheDeputiesOfThoseWhoAreAway() {
    office.away("a", "b", 1, 3);
    office.away("c", null, 1, 3);

    assertThat(cab(10).accounts()).containsExactlyInAnyOrder("chair", "b", "d");
  }

  @Test
  void areAgainThemselvesWhenTheyAreBack() {
    office.away("a", "b", 1, 3);
    office.on(4);

    assertThat(cab(10).accounts()).contains("a");
  }

  @Test
  void areNobodyWhoMustNotDoItInAnothersPlace() {
    office.away("a", "b", 1, 3);
    office.away("b", null, 1, 3);
    office.conflicted.add("b");

    assertThat(cab(10).accounts()).doesNotContain("a", "b");
  }

  @Test
  void areSoManyAtMost() {
    assertThat(cab(2).accounts()).hasSize(2);
    assertThat(cab(2).more()).isTrue();
    assertThat(cab(5).more()).isFalse();
  }

  @Test
  void areNobodyWhereNobodyIsInTheGroup() {
    assertThat(members.of("ecab", "INC-1", 10).accounts()).isEmpty();
  }
}
