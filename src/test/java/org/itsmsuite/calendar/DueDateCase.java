package org.itsmsuite.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One line of {@code calendar/sla-due-dates.jsonl}. */
public record DueDateCase(int line, JsonNode json) {

  public static List<DueDateCase> all() throws IOException {
    try (InputStream file =
        DueDateCase.class.getResourceAsStream("/calendar/sla-due-dates.jsonl")) {
      var cases = new ArrayList<DueDateCase>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        cases.add(new DueDateCase(cases.size() + 1, new ObjectMapper().readTree(line)));
      }
      return cases;
    }
  }

  WorkingCalendar calendar() {
    return CalendarFormat.read(json.get("calendar"), "line " + line, "calendar");
  }

  Instant start() {
    return Instant.parse(json.get("start").textValue());
  }

  Duration target() {
    return Duration.parse(json.get("target").textValue());
  }

  List<Interval> pauses() {
    var pauses = new ArrayList<Interval>();
    json.get("pauses")
        .forEach(
            pause ->
                pauses.add(
                    new Interval(
                        Instant.parse(pause.get("from").textValue()),
                        Instant.parse(pause.get("to").textValue()))));
    return pauses;
  }

  public Instant dueAt() {
    return Instant.parse(json.get("dueAt").textValue());
  }

  @Override
  public String toString() {
    return "line " + line;
  }
}
