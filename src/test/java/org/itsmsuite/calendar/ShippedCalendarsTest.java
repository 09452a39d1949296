package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.content.ClassPathContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedCalendarsTest {

  private final Calendars calendars =
      new ConfiguredCalendars(
          new ClassPathContent(), new InMemoryCalendarVersions(), Clock.systemUTC());

  @ParameterizedTest
  @ValueSource(
      strings = {"office-hours", "extended-hours", "around-the-clock", "office-hours-south"})
  void areThere(String name) {
    assertThat(calendars.current(name).version()).isEqualTo(1);
  }

  @Test
  void theSameTargetIsDueAtAnotherTimeAtAnotherLocation() {
    Instant start = Instant.parse("2026-04-20T09:00:00Z");

    assertThat(due("office-hours", start)).isEqualTo(Instant.parse("2026-04-20T13:00:00Z"));
    // Opens at noon UTC, and closes for an hour at lunch.
    assertThat(due("office-hours-south", start)).isEqualTo(Instant.parse("2026-04-20T17:00:00Z"));
  }

  private Instant due(String calendar, Instant start) {
    return WorkingTime.due(
        calendars.current(calendar).calendar(), start, Duration.ofHours(4), List.of());
  }
}
