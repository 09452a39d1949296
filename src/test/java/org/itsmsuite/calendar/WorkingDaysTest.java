package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itsmsuite.calendar.DayTime.END_OF_DAY;
import static org.itsmsuite.calendar.DayTime.SAME_TIME;
import static org.itsmsuite.calendar.Given.DESK;
import static org.itsmsuite.calendar.Given.at;
import static org.itsmsuite.calendar.Given.desk;
import static org.itsmsuite.calendar.Given.everyDay;

import java.time.Instant;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # inside hours
          2026-03-06T17:30, 2, SAME_TIME,  2026-03-10T17:30
          2026-03-06T17:30, 2, END_OF_DAY, 2026-03-10T18:00
          2026-03-06T09:00, 1, SAME_TIME,  2026-03-09T09:00
          # over the holiday on Monday
          2026-04-24T12:00, 1, SAME_TIME,  2026-04-28T12:00
          # outside hours counts as the next opening
          2026-03-06T18:30, 2, SAME_TIME,  2026-03-11T09:00
          2026-03-06T18:00, 2, SAME_TIME,  2026-03-11T09:00
          2026-03-07T12:00, 1, SAME_TIME,  2026-03-10T09:00
          2026-03-07T12:00, 1, END_OF_DAY, 2026-03-10T18:00
          2026-03-09T03:00, 1, SAME_TIME,  2026-03-10T09:00
          # over the change of clocks on 29 March
          2026-03-27T17:30, 1, SAME_TIME,  2026-03-30T17:30
          """)
  void areCountedFromTheDayOfTheStartK18(String from, int days, DayTime at, String expected) {
    assertThat(WorkingTime.addWorkingDays(DESK, desk(from), days, at)).isEqualTo(desk(expected));
  }

  @Nested
  class DaysOfOtherHours {

    private final WorkingCalendar calendar =
        CalendarFormat.parse(
            """
            zone: UTC
            hours: {MON: ["08:00-18:00"], TUE: ["08:00-12:00", "13:00-16:00"], WED: ["10:00-18:00"]}
            closures: {"2026-03-16": ["08:00-18:00"]}
            """);

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            2026-03-09T17:00, 1, 2026-03-10T16:00
            2026-03-09T12:30, 1, 2026-03-10T12:00
            2026-03-09T12:00, 1, 2026-03-10T12:00
            2026-03-10T08:30, 1, 2026-03-11T10:00
            2026-03-11T11:00, 1, 2026-03-17T11:00
            """)
    void keepTheTimeWithinTheirHours(String from, int days, String expected) {
      assertThat(WorkingTime.addWorkingDays(calendar, at(calendar, from), days, SAME_TIME))
          .isEqualTo(at(calendar, expected));
    }
  }

  @Test
  void keepFractionsOfASecond() {
    Instant start = desk("2026-03-06T10:00").plusNanos(123);

    assertThat(WorkingTime.addWorkingDays(DESK, start, 1, SAME_TIME))
        .isEqualTo(desk("2026-03-09T10:00").plusNanos(123));
  }

  @Test
  void endAtMidnightWhereDaysHaveNoEnd() {
    WorkingCalendar always = everyDay("Europe/Amsterdam", "00:00-24:00");

    assertThat(WorkingTime.addWorkingDays(always, at(always, "2026-03-06T10:00"), 1, END_OF_DAY))
        .isEqualTo(at(always, "2026-03-08T00:00"));
  }

  @Test
  void mustBeOneOrMore() {
    assertThat(refusal(DESK, 0)).isEqualTo("sla.target-not-positive");
    assertThat(refusal(DESK, -1)).isEqualTo("sla.target-not-positive");
  }

  @Test
  void mustComeWithinFiftyYears() {
    assertThat(refusal(DESK, 20_000)).isEqualTo("sla.due-too-far");
    assertThat(refusal(DESK, Integer.MAX_VALUE)).isEqualTo("sla.due-too-far");
  }

  @Test
  void mustBeInTheCalendar() {
    WorkingCalendar twoDays =
        CalendarFormat.parse(
            "{zone: UTC, specialDays: {\"2026-03-06\": [\"09:00-12:00\"], \"2026-03-08\":"
                + " [\"09:00-12:00\"]}}");

    assertThat(WorkingTime.addWorkingDays(twoDays, desk("2026-03-01T00:00"), 1, END_OF_DAY))
        .isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
    assertThat(refusal(twoDays, 2)).isEqualTo("calendar.no-working-minute");
  }

  private static String refusal(WorkingCalendar calendar, int days) {
    return catchThrowableOfType(
            Refusal.class,
            () -> WorkingTime.addWorkingDays(calendar, desk("2026-03-01T00:00"), days, SAME_TIME))
        .key();
  }
}
