package org.itsmsuite.change.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.work.PlanStep;
import org.itsmsuite.change.work.WorkNote;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.change.work.WorkStep;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WorkStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private final JdbcWorkStore store = new JdbcWorkStore(DATABASE.jdbc());

  private final JdbcPlanStore plans = new JdbcPlanStore(DATABASE.jdbc());

  private static PlanStep step(int position, int turn) {
    return new PlanStep(position, turn, "third-level", "Step " + position, 5 * position, null);
  }

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

  @Test
  void aCauseIsKnownOnce() {
    var caused = new JdbcCausedStore(DATABASE.jdbc(), DATABASE.template());
    Instant now = Instant.parse("2026-03-07T20:00:00Z");
    assertThat(caused.add("CHG-000001", "INC-000002", now)).isTrue();
    assertThat(caused.add("CHG-000001", "INC-000002", now)).isFalse();
    assertThat(caused.add("CHG-000001", "INC-000001", now)).isTrue();
    assertThat(caused.add("CHG-000002", "INC-000001", now)).isTrue();
    assertThat(caused.incidents("CHG-000001")).containsExactly("INC-000001", "INC-000002");
    assertThat(caused.changes("INC-000001")).containsExactly("CHG-000001", "CHG-000002");
    assertThat(caused.remove("CHG-000001", "INC-000001")).isTrue();
    assertThat(caused.remove("CHG-000001", "INC-000001")).isFalse();
    assertThat(caused.changes("INC-000001")).containsExactly("CHG-000002");
  }

  @Test
  void aPlanIsReplacedAsAWholeAndAStepIsDoneOnce() {
    assertThat(plans.of("CHG-000001")).isEqualTo(WorkPlan.NONE);
    plans.replace("CHG-000001", new WorkPlan(List.of(step(1, 1), step(2, 1), step(3, 2))));
    plans.replace("CHG-000002", new WorkPlan(List.of(step(1, 1))));
    var plan = new WorkPlan(List.of(step(1, 1), step(2, 2)));
    plans.replace("CHG-000001", plan);
    assertThat(plans.of("CHG-000001")).isEqualTo(plan);

    var done =
        new PlanStep(
            1,
            1,
            "third-level",
            "Step 1",
            5,
            new PlanStep.Done(
                Instant.parse("2026-03-07T20:00:00.123456Z"),
                Instant.parse("2026-03-07T20:05:00Z"),
                "engineer",
                false,
                "The disk was full"));
    plans.done("CHG-000001", done);
    assertThatThrownBy(() -> plans.done("CHG-000001", done))
        .isInstanceOf(ConcurrentChangeException.class);
    assertThat(plans.of("CHG-000001").steps()).containsExactly(done, step(2, 2));
    assertThat(plans.of("CHG-000002").steps()).containsExactly(step(1, 1));
  }
}
