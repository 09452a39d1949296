package org.itsmsuite.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import org.itsmsuite.notification.InMemoryNotifications.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each text gets all that it names: the office's messages refuse one with a place left empty. */
class DeputyNewsTest {

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void tellsWhoHasWhoseTaskNow() {
    office.news.passedOn("INC-1", "Restore the service", "a", "b", "1");
    office.news.givenBack("INC-1", "Restore the service", "a", "b", "2");
    office.news.withGroup("INC-1", "Restore the service", "a", "cab", "3");

    assertThat(office.messages.told())
        .extracting(told -> told.notification().template() + " " + told.recipient())
        .containsExactly(
            "deputy-task user:b", "deputy-task-given-back user:a", "task-with-group group:cab");
  }

  @Test
  void tellsThePersonAndTheirManagerThatADeputyIsGone() {
    Absence absence = office.away("a", "b", 2, 6);
    office.messages.clear();
    office.news.deputyGone(absence);

    assertThat(office.messages.told())
        .extracting(Told::recipient)
        .containsExactlyInAnyOrder("user:a", "user:change-manager");
  }

  @Test
  void tellsNobodyTwiceWhoEnteredTheirOwn() {
    office.as("a");
    office.staff.with("a", "cab", "change-managers");
    office.as("a");
    Absence absence = office.away("a", "b", 2, 6);
    office.messages.clear();
    office.news.deputyGone(absence);

    assertThat(office.messages.told()).extracting(Told::recipient).containsExactly("user:a");
  }
}
