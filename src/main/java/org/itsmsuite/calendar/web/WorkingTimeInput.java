package org.itsmsuite.calendar.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.calendar.CalendarFormat;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.Interval;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.calendar.WorkingTime;
import org.itsmsuite.calendar.web.WorkingTimeController.Pause;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.refusal.Refusal;

/** What callers send, checked: every fault is a refusal that names the field. */
final class WorkingTimeInput {

  private final Calendars calendars;

  WorkingTimeInput(Calendars calendars) {
    this.calendars = calendars;
  }

  WorkingCalendar calendar(JsonNode calendar) {
    required(calendar, "calendar", "a calendar's name or a calendar object is needed");
    if (calendar.isTextual()) {
      return calendars.current(calendar.textValue()).calendar();
    }
    try {
      return CalendarFormat.read(calendar, "request", "calendar");
    } catch (ContentException e) {
      throw Refusal.invalid(e.key(), e.place(), e.place() + ": " + e.reason() + ".");
    }
  }

  Instant instant(String text, String field) {
    required(text, field, "an instant is needed");
    try {
      return WorkingTime.requireInRange(Instant.parse(text), field);
    } catch (DateTimeException e) {
      throw Refusal.invalid(
          "sla.bad-instant",
          field,
          Quoted.text(text) + " is no instant; write one such as 2026-03-06T13:30:00Z.");
    }
  }

  WorkingSpan target(JsonNode target) {
    required(target, "target", "a target is needed, such as PT8H");
    return WorkingSpan.parse(
        target.has("workingDays") && target.has("at") && target.size() == 2
            ? "{workingDays: %s, at: %s}"
                .formatted(target.get("workingDays").asText(), target.get("at").asText())
            : target.isTextual() ? target.textValue() : target.toString());
  }

  List<Interval> pauses(List<Pause> pauses) {
    var intervals = new ArrayList<Interval>();
    for (Pause pause : pauses == null ? List.<Pause>of() : pauses) {
      String field = "pauses[" + intervals.size() + "]";
      required(pause, field, "a pause is needed, with from and to");
      noOthers(pause.others());
      Instant from = instant(pause.from(), field + ".from");
      Instant to = instant(pause.to(), field + ".to");
      if (to.isBefore(from)) {
        throw Refusal.invalid(
            "sla.pause-ends-before-start", field, "This pause ends before it starts.");
      }
      intervals.add(new Interval(from, to));
    }
    return intervals;
  }

  void noOthers(Map<String, Object> others) {
    if (others != null && !others.isEmpty()) {
      String field = others.keySet().iterator().next();
      throw Refusal.invalid(
          "sla.unknown-field", field, "There is no field " + Quoted.text(field) + " here.");
    }
  }

  private static void required(Object value, String field, String sentence) {
    if (value == null || value instanceof JsonNode node && node.isNull()) {
      throw Refusal.invalid("sla.missing-field", field, field + ": " + sentence + ".");
    }
  }
}
