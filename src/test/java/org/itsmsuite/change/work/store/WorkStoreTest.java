package org.itsmsuite.change.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.work.WorkNote;
import org.itsmsuite.change.work.WorkStep;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WorkStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private final JdbcWorkStore store = new JdbcWorkStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  private static WorkNote note(int position, WorkStep step, String outcome) {
    return new WorkNote(
        "CHG-000001",
        position,
        step,
        outcome,
        "As planned",
        "engineer",
        Instant.parse("2026-03-07T20:00:00.123456Z").plusSeconds(position));
  }

  @Test
  void evidenceComesBackInOrderAndAPositionIsTakenOnce() {
    store.add(note(1, WorkStep.CARRY_OUT, "YES"));
    store.add(note(2, WorkStep.INVESTIGATE, null));
    assertThatThrownBy(() -> store.add(note(2, WorkStep.VERIFY, "NO")))
        .isInstanceOf(ConcurrentChangeException.class);
    assertThat(store.of("CHG-000001"))
        .containsExactly(note(1, WorkStep.CARRY_OUT, "YES"), note(2, WorkStep.INVESTIGATE, null));
    assertThat(store.of("CHG-000002")).isEmpty();
  }
}
