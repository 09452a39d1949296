package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.YamlFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFormatTest {

  @Nested
  class CanonicalForm {

    @Test
    void namesEverythingInOrder() {
      var calendar =
          CalendarFormat.parse(
              """
              # order, comments and layout do not matter
              specialDays: {"2026-12-31": ["09:00-12:00"], "2026-12-24": []}
              hours: {TUE: ["13:00-17:00:30", "08:00-12:00"], MON: ["00:00-24:00"]}
              closures: {"2026-03-10": ["12:00-14:00"]}
              recurringHolidays: ["12-25", "01-01"]
              holidays: [2026-04-27]
              zone: Europe/Amsterdam
              """);

      assertThat(CalendarFormat.canonical(calendar))
          .isEqualTo(
              """
              {"zone":"Europe/Amsterdam",\
              "hours":{"MON":["00:00-24:00"],"TUE":["08:00-12:00","13:00-17:00:30"]},\
              "holidays":["2026-04-27"],"recurringHolidays":["01-01","12-25"],\
              "specialDays":{"2026-12-24":[],"2026-12-31":["09:00-12:00"]},\
              "closures":{"2026-03-10":["12:00-14:00"]}}""");
    }
  }

  @Test
  void fieldsMayBeLeftOutOrEmpty() {
    var calendar =
        CalendarFormat.parse("{zone: UTC, hours: {MON: [\"09:00-10:00\"], TUE:}, holidays: }");

    assertThat(CalendarFormat.canonical(calendar)).contains("\"TUE\":[]", "\"holidays\":[]");
  }

  @Test
  void windowsMayTouch() {
    assertThat(
            CalendarFormat.parse("{zone: UTC, hours: {MON: [\"09:00-10:00\", \"10:00-11:00\"]}}"))
        .hasToString(
            CalendarFormat.canonical(
                CalendarFormat.parse(
                    "{zone: UTC, hours: {MON: [\"10:00-11:00\", \"09:00-10:00\"]}}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {hours: {MON: ["09:00-10:00"]}}                                | missing-zone             | zone
          {zone: Mars/Olympus, hours: {MON: ["09:00-10:00"]}}            | unknown-zone             | zone
          {zone: 5, hours: {MON: ["09:00-10:00"]}}                       | wrong-type               | zone
          {zone: UTC, hours: {MON: ["09:00-12:00", "11:00-13:00"]}}      | overlapping-windows      | hours.MON[1]
          {zone: UTC, hours: {MON: ["09:00-12:00", "09:00-12:00"]}}      | overlapping-windows      | hours.MON[1]
          {zone: UTC, specialDays: {"2026-01-02": ["00:00-24:00", "05:00-06:00"]}} | overlapping-windows | specialDays.2026-01-02[1]
          {zone: UTC, hours: {MON: ["17:00-09:00"]}}                     | window-ends-before-start | hours.MON[0]
          {zone: UTC, hours: {MON: ["09:00-09:00"]}}                     | window-ends-before-start | hours.MON[0]
          {zone: UTC, hours: {MON: ["22:00-06:00"]}}                     | window-ends-before-start | hours.MON[0]
          {zone: UTC, hours: {MON: ["9:00-17:00"]}}                      | bad-window               | hours.MON[0]
          {zone: UTC, hours: {MON: ["09:00-24:01"]}}                     | bad-window               | hours.MON[0]
          {zone: UTC, hours: {MON: ["09:60-10:00"]}}                     | bad-window               | hours.MON[0]
          {zone: UTC, hours: {MON: ["25:00-26:00"]}}                     | bad-window               | hours.MON[0]
          {zone: UTC, hours: {MON: [all]}}                               | bad-window               | hours.MON[0]
          {zone: UTC, hours: {MON: "09:00-10:00"}}                       | wrong-type               | hours.MON
          {zone: UTC, hours: {MON: [9]}}                                 | wrong-type               | hours.MON[0]
          {zone: UTC, hours: ["09:00-10:00"]}                            | wrong-type               | hours
          {zone: UTC, hours: {MONDAY: ["09:00-10:00"]}}                  | unknown-weekday          | hours.MONDAY
          {zone: UTC, hours: {mon: ["09:00-10:00"]}}                     | unknown-weekday          | hours.mon
          {zone: UTC, holidays: ["2026-02-30"]}                          | bad-date                 | holidays[0]
          {zone: UTC, holidays: ["2026-01-01", "27.4.2026"]}             | bad-date                 | holidays[1]
          {zone: UTC, holidays: ["+12026-01-01"]}                        | bad-date                 | holidays[0]
          {zone: UTC, holidays: {}}                                      | wrong-type               | holidays
          {zone: UTC, recurringHolidays: ["02-30"]}                      | bad-date                 | recurringHolidays[0]
          {zone: UTC, recurringHolidays: ["2026-12-25"]}                 | bad-date                 | recurringHolidays[0]
          {zone: UTC, specialDays: {"2026-13-01": []}}                   | bad-date                 | specialDays.2026-13-01
          {zone: UTC, closures: {"2026-1-1": []}}                        | bad-date                 | closures.2026-1-1
          {zone: UTC, closures: {"2026-01-01": ["14:00-12:00"]}}         | window-ends-before-start | closures.2026-01-01[0]
          {zone: UTC, hour: {}}                                          | unknown-field            | hour
          {zone: UTC}                                                    | no-working-minute        | whole calendar
          {zone: UTC, hours: {MON: []}}                                  | no-working-minute        | whole calendar
          {zone: UTC, specialDays: {"2026-01-02": ["09:00-10:00"]}, closures: {"2026-01-02": ["08:00-10:00"]}} | no-working-minute | whole calendar
          [UTC]                                                          | wrong-type               | whole calendar
          """)
  void aFaultIsToldWithItsPlace(String text, String key, String place) {
    ContentException fault = faultOf(text);

    assertThat(fault.key()).isEqualTo("calendar." + key);
    assertThat(fault.place()).isEqualTo(place);
    assertThat(fault.reason()).isNotBlank().doesNotContain("java", "Exception");
  }

  @Test
  void aCalendarOfHolidaysOnlyHasNoWorkingMinute() {
    String everyDay =
        IntStream.rangeClosed(1, 12)
            .boxed()
            .flatMap(
                month ->
                    IntStream.rangeClosed(1, java.time.Month.of(month).maxLength())
                        .mapToObj(day -> "\"%02d-%02d\"".formatted(month, day)))
            .collect(Collectors.joining(", "));
    String calendar = "{zone: UTC, hours: {MON: [\"09:00-10:00\"]}, recurringHolidays: [%s]}";

    assertThat(faultOf(calendar.formatted(everyDay)).key()).isEqualTo("calendar.no-working-minute");
    assertThat(CalendarFormat.parse(calendar.formatted(everyDay.replace(", \"12-31\"", ""))))
        .isNotNull();
  }

  @Test
  void aPlaceBeginsWhereTheCalendarStands() {
    var tree = YamlFile.of("request", "{zone: UTC, hours: {MON: [x]}}").tree();

    var fault =
        catchThrowableOfType(
            ContentException.class, () -> CalendarFormat.read(tree, "request", "calendar"));

    assertThat(fault.place()).isEqualTo("calendar.hours.MON[0]");
    assertThat(
            catchThrowableOfType(
                    ContentException.class, () -> CalendarFormat.read(null, "request", "calendar"))
                .key())
        .isEqualTo("calendar.wrong-type");
  }

  @Test
  void aWeekdayGivenTwiceIsRefused() {
    assertThat(faultOf("{zone: UTC, hours: {MON: [\"09:00-10:00\"], MON: []}}").key())
        .isEqualTo("content.not-readable");
  }

  private static ContentException faultOf(String text) {
    return catchThrowableOfType(ContentException.class, () -> CalendarFormat.parse(text));
  }
}
