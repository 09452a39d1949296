package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds for every calendar, also where clocks change, to the second. */
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class WorkingTimePropertiesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Property
  void theTargetHasElapsedWhenDue(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant start,
      @ForAll("targets") Duration target,
      @ForAll("pauses") List<Interval> pauses) {
    Instant due = WorkingTime.due(calendar, start, target, pauses);

    assertThat(WorkingTime.elapsed(calendar, start, due, pauses)).isEqualTo(target);
  }

  @Property
  void noEarlierInstantReachesTheTarget(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant start,
      @ForAll("targets") Duration target,
      @ForAll("pauses") List<Interval> pauses) {
    Instant due = WorkingTime.due(calendar, start, target, pauses);

    assertThat(WorkingTime.elapsed(calendar, start, due.minusNanos(1), pauses)).isLessThan(target);
  }

  @Property
  void elapsedTimeAddsUp(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant two,
      @ForAll("instants") Instant three,
      @ForAll("pauses") List<Interval> pauses) {
    List<Instant> order = List.of(one, two, three).stream().sorted().toList();

    assertThat(
            WorkingTime.elapsed(calendar, order.get(0), order.get(1), pauses)
                .plus(WorkingTime.elapsed(calendar, order.get(1), order.get(2), pauses)))
        .isEqualTo(WorkingTime.elapsed(calendar, order.get(0), order.get(2), pauses));
  }

  @Property
  void targetsAddUp(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant start,
      @ForAll("targets") Duration one,
      @ForAll("targets") Duration two) {
    Instant between = WorkingTime.due(calendar, start, one, List.of());

    assertThat(WorkingTime.due(calendar, between, two, List.of()))
        .isEqualTo(WorkingTime.due(calendar, start, one.plus(two), List.of()));
  }

  @Property
  void aPauseNeverMakesItDueEarlier(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant start,
      @ForAll("targets") Duration target,
      @ForAll("pauses") List<Interval> pauses,
      @ForAll("pauses") List<Interval> more) {
    var all = new ArrayList<>(pauses);
    all.addAll(more);

    assertThat(WorkingTime.due(calendar, start, target, all))
        .isAfterOrEqualTo(WorkingTime.due(calendar, start, target, pauses));
  }

  @Property
  void aHolidayNeverMakesItDueEarlier(
      @ForAll("rules") ObjectNode rules,
      @ForAll("dates") LocalDate holiday,
      @ForAll("instants") Instant start,
      @ForAll("targets") Duration target) {
    ObjectNode longer = rules.deepCopy();
    longer.withArray("holidays").add(holiday.toString());

    assertThat(WorkingTime.due(calendar(longer), start, target, List.of()))
        .isAfterOrEqualTo(WorkingTime.due(calendar(rules), start, target, List.of()));
  }

  @Property
  void windowsAreInOrderAndWithinTheirEnds(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant two) {
    Instant from = one.isBefore(two) ? one : two;
    Instant to = one.isBefore(two) ? two : one;
    Instant end = from;
    for (Interval window : WorkingTime.windows(calendar, from, to)) {
      assertThat(window.from()).isAfterOrEqualTo(end).isBefore(window.to());
      end = window.to();
    }
    assertThat(end).isBeforeOrEqualTo(to);
  }

  @Property
  void aLaterStartIsNeverDueEarlierByWorkingDays(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant two,
      @ForAll DayTime at) {
    Instant early = one.isBefore(two) ? one : two;
    Instant late = one.isBefore(two) ? two : one;

    assertThat(WorkingTime.addWorkingDays(calendar, late, 2, at))
        .isAfterOrEqualTo(WorkingTime.addWorkingDays(calendar, early, 2, at));
  }

  @Property
  void aCalendarSurvivesItsCanonicalForm(@ForAll("calendars") WorkingCalendar calendar) {
    assertThat(CalendarFormat.parse(CalendarFormat.canonical(calendar))).isEqualTo(calendar);
  }

  @Provide
  Arbitrary<WorkingCalendar> calendars() {
    return rules().map(WorkingTimePropertiesTest::calendar);
  }

  @Provide
  Arbitrary<ObjectNode> rules() {
    Arbitrary<String> zones =
        Arbitraries.of(
            "UTC",
            "Europe/Amsterdam",
            "America/New_York",
            "America/St_Johns",
            "America/Havana",
            "America/Nuuk",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "Pacific/Auckland");
    Arbitrary<List<List<String>>> weeks =
        windows()
            .list()
            .ofMinSize(0)
            .ofMaxSize(1)
            .list()
            .ofSize(7)
            .map(WorkingTimePropertiesTest::firstOpen);
    return Combinators.combine(zones, weeks, dates().list().ofMaxSize(4), dates(), windows())
        .as(WorkingTimePropertiesTest::rules);
  }

  /** One or two windows of a day, also on the hours at which clocks change. */
  private static Arbitrary<String> windows() {
    return Arbitraries.of(
        "09:00-17:00",
        "00:00-24:00",
        "01:30-03:30",
        "02:15-02:45",
        "22:00-24:00",
        "00:00-06:00",
        "02:00-03:00",
        "00:15-00:45:30");
  }

  private static List<List<String>> firstOpen(List<List<String>> week) {
    var result = new ArrayList<>(week);
    result.set(0, List.of("08:00-12:00", "13:00-18:00"));
    return result;
  }

  private static ObjectNode rules(
      String zone,
      List<List<String>> week,
      List<LocalDate> holidays,
      LocalDate special,
      String window) {
    ObjectNode rules = JsonNodeFactory.instance.objectNode().put("zone", zone);
    ObjectNode hours = rules.putObject("hours");
    String[] days = {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
    for (int i = 0; i < days.length; i++) {
      week.get(i).forEach(hours.putArray(days[i])::add);
    }
    holidays.forEach(date -> rules.withArray("holidays").add(date.toString()));
    rules.putObject("specialDays").putArray(special.toString()).add(window);
    rules.putObject("closures").putArray(special.plusDays(2).toString()).add("02:30-10:00");
    return rules;
  }

  private static WorkingCalendar calendar(ObjectNode rules) {
    return CalendarFormat.read(rules, "property", "");
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(0, 420).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Instant> instants() {
    long first = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    return Arbitraries.longs().between(first, first + 400L * 86_400).map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<Duration> targets() {
    return Arbitraries.longs().between(1, 100 * 3600).map(Duration::ofSeconds);
  }

  @Provide
  Arbitrary<List<Interval>> pauses() {
    return Combinators.combine(instants(), targets())
        .as((from, length) -> new Interval(from, from.plus(length)))
        .list()
        .ofMaxSize(4);
  }
}
