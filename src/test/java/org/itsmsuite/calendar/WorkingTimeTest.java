package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itsmsuite.calendar.Given.DESK;
import static org.itsmsuite.calendar.Given.at;
import static org.itsmsuite.calendar.Given.desk;
import static org.itsmsuite.calendar.Given.everyDay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeTest {

  private static final Instant fridayFive = desk("2026-03-06T17:00");

  private static Instant due(WorkingCalendar calendar, Instant start, String target) {
    return WorkingTime.due(calendar, start, Duration.parse(target), List.of());
  }

  private static Duration elapsed(WorkingCalendar calendar, Instant start, Instant end) {
    return WorkingTime.elapsed(calendar, start, end, List.of());
  }

  @Nested
  class Due {

    @Test
    void goesOnAfterTheWeekend() {
      assertThat(due(DESK, fridayFive, "PT2H")).isEqualTo(desk("2026-03-09T10:00"));
    }

    @Test
    void staysOnClosingTime() {
      assertThat(due(DESK, fridayFive, "PT1H")).isEqualTo(desk("2026-03-06T18:00"));
    }

    @Test
    void leavesOutAHoliday() {
      assertThat(due(DESK, desk("2026-04-24T17:00"), "PT2H")).isEqualTo(desk("2026-04-28T10:00"));
    }

    @Test
    void startsAtTheNextOpeningOutsideHours() {
      assertThat(due(DESK, desk("2026-03-06T19:00"), "PT1H")).isEqualTo(desk("2026-03-09T10:00"));
      assertThat(due(DESK, desk("2026-03-06T04:00"), "PT1H")).isEqualTo(desk("2026-03-06T10:00"));
    }

    @Test
    void isExactToTheNanosecond() {
      Instant start = desk("2026-03-06T17:59:59").plusNanos(1);

      assertThat(due(DESK, start, "PT1S")).isEqualTo(desk("2026-03-09T09:00").plusNanos(1));
    }
  }

  @Nested
  class Holidays {

    private final WorkingCalendar calendar =
        CalendarFormat.parse(
            """
            zone: UTC
            hours: {MON: ["09:00-17:00"], TUE: ["09:00-17:00"], WED: ["09:00-17:00"],
                    THU: ["09:00-17:00"], FRI: ["09:00-17:00"]}
            holidays: ["2026-12-24"]
            recurringHolidays: ["12-25", "02-29"]
            specialDays: {"2026-12-24": ["09:00-12:00"], "2026-12-26": ["10:00-14:00"], "2026-12-28": []}
            closures: {"2026-12-24": ["10:00-11:00", "10:30-11:30"], "2026-12-26": ["08:00-20:00"]}
            """);

    @Test
    void aSpecialDayWinsAndAClosureIsTakenOut() {
      assertThat(windowsOn("2026-12-24"))
          .containsExactly(
              span("2026-12-24T09:00", "2026-12-24T10:00"),
              span("2026-12-24T11:30", "2026-12-24T12:00"));
    }

    @Test
    void aRecurringHolidayHasNoHours() {
      assertThat(windowsOn("2026-12-25")).isEmpty();
      assertThat(windowsOn("2028-02-29")).isEmpty();
      assertThat(windowsOn("2029-02-28")).hasSize(1);
    }

    @Test
    void aClosureMayTakeAllAndASpecialDayMayBeClosed() {
      assertThat(windowsOn("2026-12-26")).isEmpty();
      assertThat(windowsOn("2026-12-28")).isEmpty();
    }

    private List<Interval> windowsOn(String date) {
      return WorkingTime.windows(
          calendar, at(calendar, date + "T00:00"), at(calendar, date + "T23:59"));
    }

    private Interval span(String from, String to) {
      return new Interval(at(calendar, from), at(calendar, to));
    }
  }

  @Nested
  class Pauses {

    @Test
    void thatOverlapCountOnce() {
      var pauses =
          List.of(
              new Interval(desk("2026-03-06T11:00"), desk("2026-03-06T13:00")),
              new Interval(desk("2026-03-06T10:00"), desk("2026-03-06T12:00")),
              new Interval(desk("2026-03-06T10:30"), desk("2026-03-06T10:40")));

      assertThat(WorkingTime.due(DESK, desk("2026-03-06T09:00"), Duration.ofHours(2), pauses))
          .isEqualTo(desk("2026-03-06T14:00"));
    }

    @Test
    void outsideHoursCostNothing() {
      var night = List.of(new Interval(desk("2026-03-06T18:00"), desk("2026-03-09T09:00")));

      assertThat(WorkingTime.due(DESK, fridayFive, Duration.ofHours(2), night))
          .isEqualTo(desk("2026-03-09T10:00"));
    }

    @Test
    void cutTheWindowsThatExplainTheDue() {
      var pause = List.of(new Interval(desk("2026-03-06T17:30"), desk("2026-03-09T10:00")));

      assertThat(WorkingTime.windowsUntilDue(DESK, fridayFive, Duration.ofHours(1), pause))
          .containsExactly(
              new Interval(fridayFive, desk("2026-03-06T17:30")),
              new Interval(desk("2026-03-09T10:00"), desk("2026-03-09T10:30")));
    }

    @Test
    void mayStartBeforeTheStartAndEndAfterTheEnd() {
      var pause = List.of(new Interval(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")));

      assertThat(WorkingTime.elapsed(DESK, fridayFive, desk("2026-03-10T00:00"), pause)).isZero();
    }
  }

  @Nested
  class DaylightSaving {

    @Test
    void aWindowAcrossAGapIsAnHourShorter() {
      WorkingCalendar night = everyDay("Europe/Amsterdam", "01:30-03:30");

      assertThat(elapsed(night, at(night, "2026-03-29T00:00"), at(night, "2026-03-29T12:00")))
          .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aWindowAcrossAnOverlapIsAnHourLonger() {
      WorkingCalendar night = everyDay("Europe/Amsterdam", "01:30-03:30");

      assertThat(elapsed(night, at(night, "2026-10-25T00:00"), at(night, "2026-10-25T12:00")))
          .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aTimeThatOccursTwiceMeansTheFirst() {
      WorkingCalendar night = everyDay("Europe/Amsterdam", "00:00-02:30");

      assertThat(due(night, at(night, "2026-10-25T00:00"), "PT2H30M"))
          .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void aTimeInTheGapMovesForwardByTheGap() {
      WorkingCalendar night = everyDay("Europe/Amsterdam", "02:15-02:45", "04:00-05:00");

      assertThat(
              WorkingTime.windows(
                  night, at(night, "2026-03-29T00:00"), at(night, "2026-03-29T04:00")))
          .containsExactly(
              new Interval(at(night, "2026-03-29T03:15"), at(night, "2026-03-29T03:45")));
    }

    @Test
    void hoursMovedOntoOpenHoursCountOnce() {
      WorkingCalendar night = everyDay("Europe/Amsterdam", "02:00-03:00", "03:00-04:00");

      assertThat(elapsed(night, at(night, "2026-03-29T00:00"), at(night, "2026-03-29T12:00")))
          .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aDayOfTwentyFiveHoursHasTwentyFive() {
      WorkingCalendar always = everyDay("Europe/Amsterdam", "00:00-24:00");

      assertThat(elapsed(always, at(always, "2026-10-25T00:00"), at(always, "2026-10-26T00:00")))
          .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aClockThatGoesBackOverMidnightCountsEachInstantOnce() {
      // Until 2010, St. John's went back at 00:01, so that 23:01 to 24:00 came twice.
      WorkingCalendar always = everyDay("America/St_Johns", "00:00-24:00");
      Instant start = Instant.parse("2010-11-06T00:00:00Z");

      assertThat(elapsed(always, start, start.plus(Duration.ofHours(72))))
          .isEqualTo(Duration.ofHours(72));
    }

    @Test
    void aDateThatWasLeftOutMovesOnAndCountsOnce() {
      // Samoa had no 30 December 2011.
      WorkingCalendar desk = everyDay("Pacific/Apia", "09:00-17:00");

      assertThat(elapsed(desk, at(desk, "2011-12-29T00:00"), at(desk, "2012-01-01T00:00")))
          .isEqualTo(Duration.ofHours(16));
    }
  }

  @Nested
  class OutOfReach {

    private final WorkingCalendar oneDay =
        CalendarFormat.parse("{zone: UTC, specialDays: {\"2026-03-06\": [\"09:00-12:00\"]}}");

    @Test
    void aCalendarWhoseHoursAreOver() {
      assertThat(refusal(() -> due(oneDay, desk("2026-03-07T00:00"), "PT1M")).key())
          .isEqualTo("calendar.no-working-minute");
      assertThat(refusal(() -> due(oneDay, desk("2026-03-01T00:00"), "PT3H1M")).key())
          .isEqualTo("calendar.no-working-minute");
      assertThat(due(oneDay, desk("2026-03-01T00:00"), "PT3H"))
          .isEqualTo(Instant.parse("2026-03-06T12:00:00Z"));
    }

    @Test
    void moreThanFiftyYears() {
      assertThat(refusal(() -> due(DESK, fridayFive, "PT200000H")).key())
          .isEqualTo("sla.due-too-far");
      assertThat(refusal(() -> due(DESK, fridayFive, "PT999999999999H")).key())
          .isEqualTo("sla.due-too-far");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "-9999-01-01T00:00:00Z"})
    void datesFarAway(String instant) {
      Instant far = Instant.parse(instant);

      assertThat(refusal(() -> due(DESK, far, "PT1H")).key()).isEqualTo("sla.date-out-of-range");
      assertThat(refusal(() -> elapsed(DESK, fridayFive, far)).key())
          .isEqualTo("sla.date-out-of-range");
      assertThat(refusal(() -> WorkingTime.windows(DESK, Instant.MIN, Instant.MAX)).key())
          .isEqualTo("sla.date-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H"})
    void aTargetThatIsNotPositive(String target) {
      assertThat(refusal(() -> due(DESK, fridayFive, target)).key())
          .isEqualTo("sla.target-not-positive");
    }

    @Test
    void anEndBeforeTheStart() {
      assertThat(refusal(() -> elapsed(DESK, fridayFive, fridayFive.minusSeconds(1))).key())
          .isEqualTo("sla.end-before-start");
    }
  }

  private static Refusal refusal(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run);
  }
}
