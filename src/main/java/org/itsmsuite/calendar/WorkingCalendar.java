package org.itsmsuite.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a place works, in its own time zone. Read one with {@link CalendarFormat}, ask it through
 * {@link WorkingTime}. Immutable; equal if the hours, dates and zone are.
 *
 * <p>The instants of a date are kept once computed: clocks ask for the same dates again and again.
 */
public final class WorkingCalendar {

  private static final int DATES_KEPT = 4096;

  private final CalendarRules rules;
  private final Optional<LocalDate> lastWorkingDate;
  private final Map<LocalDate, List<Interval>> open = new ConcurrentHashMap<>();

  WorkingCalendar(CalendarRules rules) {
    this.rules = rules;
    this.lastWorkingDate = rules.lastWorkingDate();
  }

  public ZoneId zone() {
    return rules.zone();
  }

  /** Hours of one date as instants, in order, without overlap; none before or after the date. */
  List<Interval> openOn(LocalDate date) {
    List<Interval> known = open.get(date);
    if (known != null) {
      return known;
    }
    if (open.size() >= DATES_KEPT) {
      open.clear();
    }
    List<Interval> computed = spansOf(date);
    open.put(date, computed);
    return computed;
  }

  /**
   * The date whose span of instants holds the instant: from its first midnight to the next date's.
   * That is the local date, but for the hour that comes twice when clocks go back over midnight.
   */
  LocalDate dateOf(Instant instant) {
    LocalDate date = instant.atZone(zone()).toLocalDate();
    return startOf(date.plusDays(1)).isAfter(instant) ? date : date.plusDays(1);
  }

  /** A wall-clock time as an instant: out of a gap forward by the gap, of two times the first. */
  Instant at(LocalDate date, int secondOfDay) {
    return date.atStartOfDay().plusSeconds(secondOfDay).atZone(zone()).toInstant();
  }

  /** The last date with hours, or empty if they go on for ever. */
  Optional<LocalDate> lastWorkingDate() {
    return lastWorkingDate;
  }

  CalendarRules rules() {
    return rules;
  }

  /**
   * Looks at the date before, too: a gap that spans midnight moves its last hours into this one.
   */
  private List<Interval> spansOf(LocalDate date) {
    Instant start = startOf(date);
    Instant end = startOf(date.plusDays(1));
    var spans = new ArrayList<Interval>();
    for (LocalDate written : List.of(date.minusDays(1), date)) {
      for (DayWindow window : rules.windowsOn(written)) {
        Instant from = later(at(written, window.from()), start);
        Instant to = earlier(at(written, window.to()), end);
        if (from.isBefore(to)) {
          spans.add(new Interval(from, to));
        }
      }
    }
    return withoutOverlaps(spans);
  }

  /** Hours moved out of a gap may fall on hours that are open anyway; they count once. */
  private static List<Interval> withoutOverlaps(List<Interval> spans) {
    spans.sort(Comparator.comparing(Interval::from));
    var result = new ArrayList<Interval>(spans.size());
    Instant covered = Instant.MIN;
    for (Interval span : spans) {
      if (span.to().isAfter(covered)) {
        result.add(new Interval(later(span.from(), covered), span.to()));
        covered = span.to();
      }
    }
    return List.copyOf(result);
  }

  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone()).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingCalendar calendar && rules.equals(calendar.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return CalendarFormat.canonical(this);
  }
}
