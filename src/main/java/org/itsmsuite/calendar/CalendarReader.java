package org.itsmsuite.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.Quoted;

/** Reads a calendar object and names the place of the first fault. */
final class CalendarReader {

  private static final Set<String> FIELDS =
      Set.of("zone", "hours", "holidays", "recurringHolidays", "specialDays", "closures");

  private final String file;

  CalendarReader(String file) {
    this.file = file;
  }

  WorkingCalendar calendar(JsonNode tree, String place) {
    if (tree == null || !tree.isObject()) {
      throw fault("wrong-type", whole(place), "a calendar needs fields such as zone and hours");
    }
    for (String field : (Iterable<String>) tree::fieldNames) {
      if (!FIELDS.contains(field)) {
        throw fault(
            "unknown-field",
            join(place, Quoted.plain(field)),
            "a calendar has no such field; known are " + new TreeSet<>(FIELDS));
      }
    }
    var rules =
        new CalendarRules(
            zone(tree.get("zone"), join(place, "zone")),
            days(tree.get("hours"), join(place, "hours"), this::weekday, false),
            dates(tree.get("holidays"), join(place, "holidays"), this::date),
            dates(tree.get("recurringHolidays"), join(place, "recurringHolidays"), this::monthDay),
            days(tree.get("specialDays"), join(place, "specialDays"), this::date, false),
            days(tree.get("closures"), join(place, "closures"), this::date, true));
    if (!rules.hasWorkingTime()) {
      throw fault(
          "no-working-minute",
          whole(place),
          "no weekday and no special day has hours that are left open");
    }
    return new WorkingCalendar(rules);
  }

  private ZoneId zone(JsonNode node, String place) {
    if (isAbsent(node)) {
      throw fault("missing-zone", place, "a time zone is needed, such as Europe/Amsterdam");
    }
    String text = text(node, place);
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw fault(
          "unknown-zone",
          place,
          Quoted.text(text) + " is no time zone; write one such as Europe/Amsterdam or UTC");
    }
  }

  private DayOfWeek weekday(String text, String place) {
    return Weekdays.parse(text)
        .orElseThrow(
            () ->
                fault(
                    "unknown-weekday",
                    place,
                    Quoted.text(text) + " is no weekday; write MON TUE WED THU FRI SAT or SUN"));
  }

  private LocalDate date(String text, String place) {
    try {
      // The pattern keeps out years such as +12345, which the parser would take.
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // told below, like any other text that is no date
    }
    throw fault("bad-date", place, Quoted.text(text) + " is no date; write one such as 2026-04-27");
  }

  private MonthDay monthDay(String text, String place) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      throw fault(
          "bad-date", place, Quoted.text(text) + " is no day of the year; write one such as 12-25");
    }
  }

  private <T extends Comparable<? super T>> SortedSet<T> dates(
      JsonNode node, String place, BiFunction<String, String, T> key) {
    var dates = new TreeSet<T>();
    int index = 0;
    for (JsonNode entry : list(node, place)) {
      String at = place + "[" + index++ + "]";
      dates.add(key.apply(text(entry, at), at));
    }
    return Collections.unmodifiableSortedSet(dates);
  }

  private <K extends Comparable<? super K>> SortedMap<K, List<DayWindow>> days(
      JsonNode node, String place, BiFunction<String, String, K> key, boolean mayOverlap) {
    var days = new TreeMap<K, List<DayWindow>>();
    if (!isAbsent(node)) {
      if (!node.isObject()) {
        throw fault("wrong-type", place, "days with lists of hours are needed here");
      }
      for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
        Map.Entry<String, JsonNode> day = it.next();
        String at = join(place, Quoted.plain(day.getKey()));
        days.put(key.apply(day.getKey(), at), windows(day.getValue(), at, mayOverlap));
      }
    }
    return Collections.unmodifiableSortedMap(days);
  }

  private List<DayWindow> windows(JsonNode node, String place, boolean mayOverlap) {
    var windows = new ArrayList<DayWindow>();
    for (JsonNode entry : list(node, place)) {
      String at = place + "[" + windows.size() + "]";
      DayWindow window = window(text(entry, at), at);
      if (!mayOverlap && windows.stream().anyMatch(window::overlaps)) {
        throw fault(
            "overlapping-windows", at, window + " overlaps hours given before for the same day");
      }
      windows.add(window);
    }
    windows.sort(Comparator.comparingInt(DayWindow::from));
    return List.copyOf(windows);
  }

  private DayWindow window(String text, String place) {
    DayWindow window = DayWindow.parse(text);
    if (window == null) {
      throw fault(
          "bad-window",
          place,
          Quoted.text(text) + " are no hours; write them such as 09:00-17:00, 24:00 ends a day");
    }
    if (!window.endsAfterItStarts()) {
      throw fault(
          "window-ends-before-start",
          place,
          window
              + " ends before or as it starts; hours over midnight are written as two: until"
              + " 24:00, and from 00:00 of the next day");
    }
    return window;
  }

  private Iterable<JsonNode> list(JsonNode node, String place) {
    if (isAbsent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      throw fault("wrong-type", place, "a list is needed here");
    }
    return node;
  }

  private String text(JsonNode node, String place) {
    if (!node.isTextual()) {
      throw fault("wrong-type", place, "a text in quotes is needed here");
    }
    return node.textValue();
  }

  private static boolean isAbsent(JsonNode node) {
    return node == null || node.isNull();
  }

  private static String join(String place, String field) {
    return place.isEmpty() ? field : place + "." + field;
  }

  private static String whole(String place) {
    return place.isEmpty() ? "whole calendar" : place;
  }

  private ContentException fault(String reason, String place, String sentence) {
    return new ContentException("calendar." + reason, file, place, sentence);
  }
}
