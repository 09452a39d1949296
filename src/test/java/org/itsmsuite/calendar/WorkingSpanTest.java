package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itsmsuite.calendar.Given.DESK;
import static org.itsmsuite.calendar.Given.desk;

import java.time.Duration;
import java.util.List;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingSpanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT8H",
        "PT1H30M",
        "PT15M",
        "PT1M1S",
        "{workingDays: 2, at: SAME_TIME}",
        "{workingDays: 10, at: END_OF_DAY}"
      })
  void isWrittenAsItIsRead(String text) {
    assertThat(WorkingSpan.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PT8H                              | 8 h
          PT1H30M                           | 1 h 30 min
          PT15M                             | 15 min
          PT26H5M                           | 26 h 5 min
          {workingDays: 1, at: SAME_TIME}   | 1 working day
          {workingDays: 10, at: END_OF_DAY} | 10 working days, to its end
          """)
  void isToldInWords(String text, String words) {
    assertThat(SpanWords.of(WorkingSpan.parse(text))).isEqualTo(words);
  }

  @Test
  void spacesDoNotMatter() {
    assertThat(WorkingSpan.parse(" {workingDays:2,at:SAME_TIME} "))
        .isEqualTo(WorkingSpan.parse("{workingDays: 2, at: SAME_TIME}"));
    assertThat(WorkingSpan.parse(" PT1H ")).isEqualTo(new WorkingSpan.Hours(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P2D                                | sla.days-ambiguous
          P1DT2H                             | sla.days-ambiguous
          P1W                                | sla.days-ambiguous
          P1M                                | sla.days-ambiguous
          P1Y2M                              | sla.days-ambiguous
          -P1D                               | sla.days-ambiguous
          P-1D                               | sla.days-ambiguous
          PT0S                               | sla.target-not-positive
          PT0H0M                             | sla.target-not-positive
          PT-1H                              | sla.target-not-positive
          -PT1H                              | sla.target-not-positive
          {workingDays: 0, at: SAME_TIME}    | sla.target-not-positive
          {workingDays: -2, at: END_OF_DAY}  | sla.target-not-positive
          {workingDays: 2, at: NOON}         | sla.bad-duration
          {workingDays: 2}                   | sla.bad-duration
          {workingDays: 2.5, at: SAME_TIME}  | sla.bad-duration
          {workingDays: 99999999999, at: SAME_TIME} | sla.bad-duration
          8 hours                            | sla.bad-duration
          8                                  | sla.bad-duration
          PT                                 | sla.bad-duration
          P                                  | sla.bad-duration
          PT99999999999999999999H            | sla.bad-duration
          """)
  void otherTextIsRefused(String text, String key) {
    Refusal refusal = refusalOf(text);

    assertThat(refusal.key()).isEqualTo(key);
    assertThat(refusal.offences()).extracting(Refusal.Offence::field).containsExactly("target");
  }

  @ParameterizedTest
  @NullAndEmptySource
  void noTextIsRefused(String text) {
    assertThat(refusalOf(text).key()).isEqualTo("sla.bad-duration");
  }

  @Test
  void hoursAreWorkingTime() {
    var span = WorkingSpan.parse("PT2H");

    assertThat(span.after(DESK, desk("2026-03-06T17:00"))).isEqualTo(desk("2026-03-09T10:00"));
    assertThat(span.workingTime(DESK, desk("2026-03-06T17:00"))).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void workingDaysStandForTheWorkingTimeUntilThen() {
    var span = WorkingSpan.parse("{workingDays: 2, at: SAME_TIME}");

    assertThat(span.after(DESK, desk("2026-03-06T17:30"))).isEqualTo(desk("2026-03-10T17:30"));
    assertThat(span.workingTime(DESK, desk("2026-03-06T17:30"))).isEqualTo(Duration.ofHours(18));
  }

  @Test
  void pausesMoveBothKindsByAsMuch() {
    var threeHours = List.of(new Interval(desk("2026-03-09T10:00"), desk("2026-03-09T13:00")));

    assertThat(WorkingSpan.parse("PT2H").after(DESK, desk("2026-03-06T17:00"), threeHours))
        .isEqualTo(desk("2026-03-09T10:00"));
    assertThat(
            WorkingSpan.parse("{workingDays: 2, at: SAME_TIME}")
                .after(DESK, desk("2026-03-06T14:30"), threeHours))
        .isEqualTo(desk("2026-03-10T17:30"));
  }

  private static Refusal refusalOf(String text) {
    return catchThrowableOfType(Refusal.class, () -> WorkingSpan.parse(text));
  }
}
