package org.itsmsuite.calendar.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.Interval;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.calendar.WorkingTime;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Computes with a calendar of the suite, named, or with one that the caller sends along. */
@RestController
@RequestMapping("/api/sla")
class WorkingTimeController {

  private final WorkingTimeInput input;

  WorkingTimeController(Calendars calendars) {
    this.input = new WorkingTimeInput(calendars);
  }

  /** When a target that starts then is due, and the working time that counts until then. */
  @PostMapping("/due-date")
  DueDate dueDate(@RequestBody DueDateRequest request) {
    input.noOthers(request.others());
    WorkingCalendar calendar = input.calendar(request.calendar());
    Instant start = input.instant(request.start(), "start");
    WorkingSpan target = input.target(request.target());
    List<Interval> pauses = input.pauses(request.pauses());
    Instant due = target.after(calendar, start, pauses);
    return new DueDate(due, WorkingTime.windows(calendar, start, due, pauses));
  }

  /** The working time between two instants. */
  @PostMapping("/elapsed")
  Elapsed elapsed(@RequestBody ElapsedRequest request) {
    input.noOthers(request.others());
    return new Elapsed(
        WorkingTime.elapsed(
            input.calendar(request.calendar()),
            input.instant(request.start(), "start"),
            input.instant(request.end(), "end"),
            input.pauses(request.pauses())));
  }

  /**
   * @param calendar a calendar's name, or a calendar object
   * @param start ISO-8601 instant
   * @param target {@code PTnHnMnS}, or {@code {workingDays, at}}
   * @param others fields that do not exist; named here so that a slip of the pen is not ignored
   */
  record DueDateRequest(
      JsonNode calendar,
      String start,
      JsonNode target,
      List<Pause> pauses,
      @JsonAnySetter Map<String, Object> others) {}

  record ElapsedRequest(
      JsonNode calendar,
      String start,
      String end,
      List<Pause> pauses,
      @JsonAnySetter Map<String, Object> others) {}

  record Pause(String from, String to, @JsonAnySetter Map<String, Object> others) {}

  record DueDate(Instant dueAt, List<Interval> windows) {}

  record Elapsed(Duration elapsed) {}
}
