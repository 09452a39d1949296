package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them. */
class LocalMomentsTest {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private static Instant read(String text) {
    return LocalMoments.read(text, AMSTERDAM, "from");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 22:00,          2026-03-02T21:00:00Z",
    "2026-03-02T22:00,          2026-03-02T21:00:00Z",
    "2026-03-02T22:00:30,       2026-03-02T21:00:30Z",
    "2026-03-02T21:00:00Z,      2026-03-02T21:00:00Z",
    "2026-03-02T21:00Z,         2026-03-02T21:00:00Z",
    "2026-03-02 22:00+01:00,    2026-03-02T21:00:00Z",
    "2026-07-02T22:00,          2026-07-02T20:00:00Z"
  })
  void aLocalTimeOrAnInstant(String text, Instant moment) {
    assertThat(read(text)).isEqualTo(moment);
  }

  @Test
  void w08WhoeverWritesATimeThatComesTwiceSaysWhichIsMeant() {
    assertThatThrownBy(() -> read("2026-10-25 02:15"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("time.comes-twice");
              assertThat(refused.getMessage())
                  .contains("2026-10-25T02:15+02:00 for the first")
                  .contains("2026-10-25T02:15+01:00 for the second");
            });
    assertThat(read("2026-10-25T02:15+02:00")).isEqualTo("2026-10-25T00:15:00Z");
    assertThat(read("2026-10-25T02:15+01:00")).isEqualTo("2026-10-25T01:15:00Z");
  }

  @Test
  void aTimeThatTheClockSkipsIsNone() {
    assertThatThrownBy(() -> read("2026-03-29 02:30"))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.key()).isEqualTo("time.left-out"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-03-02", "2026-13-02 22:00", "T", ""})
  void anythingElseIsNoTime(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.key()).isEqualTo("request.wrong-value"));
  }
}
