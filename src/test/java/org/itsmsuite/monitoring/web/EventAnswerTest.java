package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.Taken;
import org.junit.jupiter.api.Test;

class EventAnswerTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private static EventAnswer answer(boolean visible) {
    var alarm =
        new Alarm(
            UUID.randomUUID(),
            "watcher",
            "email",
            null,
            "Queue",
            "INC-000007",
            4,
            MORNING,
            MORNING.plusSeconds(1),
            null,
            0);
    return EventAnswer.of(
        "watcher",
        "1",
        new Taken(EventOutcome.COUNTED, false, "INC-000007", "NEW", alarm),
        visible);
  }

  @Test
  void namesTheRecordToThoseWhoMaySeeIt() {
    assertThat(answer(true))
        .isEqualTo(
            new EventAnswer(
                "watcher",
                "1",
                EventOutcome.COUNTED,
                false,
                "INC-000007",
                "NEW",
                4L,
                MORNING,
                MORNING.plusSeconds(1),
                null));
  }

  @Test
  void tellsOthersOnlyThatTheEventWasTaken() {
    assertThat(answer(false))
        .isEqualTo(
            new EventAnswer(
                "watcher", "1", EventOutcome.COUNTED, false, null, null, null, null, null, null));
  }
}
