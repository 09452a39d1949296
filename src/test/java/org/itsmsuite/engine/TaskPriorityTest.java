package org.itsmsuite.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskPriorityTest {

  @Test
  void isHigherTheMoreUrgentTheRecordIs() {
    assertThat(TaskPriority.of("P1")).isEqualTo(90);
    assertThat(TaskPriority.of("P2")).isEqualTo(80);
    assertThat(TaskPriority.of("P4")).isEqualTo(60);
    assertThat(TaskPriority.of("P9")).isEqualTo(10);
  }

  @Test
  void isTheEnginesOwnWhereThereIsNone() {
    assertThat(TaskPriority.of(null)).isEqualTo(TaskPriority.UNKNOWN);
    assertThat(TaskPriority.of("URGENT")).isEqualTo(TaskPriority.UNKNOWN);
  }
}
