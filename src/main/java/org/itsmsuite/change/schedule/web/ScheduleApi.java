package org.itsmsuite.change.schedule.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.change.schedule.Agreement;
import org.itsmsuite.change.schedule.Agreements;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.ScheduleChecks;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.refusal.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The forward schedule of changes for programs. */
@RestController
@RequestMapping("/api/changes")
class ScheduleApi {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final ForwardSchedule schedule;
  private final CalendarFeed feed;
  private final ScheduleChecks checks;
  private final Agreements agreements;
  private final ChangeAccess access;
  private final Clock time;

  ScheduleApi(
      ForwardSchedule schedule,
      CalendarFeed feed,
      ScheduleChecks checks,
      Agreements agreements,
      ChangeAccess access,
      Clock time) {
    this.schedule = schedule;
    this.feed = feed;
    this.checks = checks;
    this.agreements = agreements;
    this.access = access;
    this.time = time;
  }

  /** As instants; {@code to} is exclusive. */
  record Span(Instant from, Instant to) {

    static Span of(Window window) {
      return window == null ? null : new Span(window.from(), window.to());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String number,
      String title,
      String status,
      String category,
      Span window,
      List<String> services,
      List<String> items,
      List<String> collidesWith) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FreezeEntry(String id, String name, Span window, List<String> services) {

    static FreezeEntry of(Freeze one) {
      return new FreezeEntry(
          one.id().toString(), one.name(), Span.of(one.window()), one.services());
    }
  }

  /**
   * @param total how many changes there are; the first 500 are shown
   */
  record ScheduleBody(
      Instant from, Instant to, List<Entry> changes, List<FreezeEntry> freezes, long total) {}

  /**
   * Changes whose windows share an instant with the span, in the order of their windows.
   *
   * @param query {@code from} inclusive, {@code to} exclusive, {@code service}, {@code item}
   */
  @GetMapping("/schedule")
  ScheduleBody schedule(ScheduleQuery query) {
    ForwardSchedule.Part part = schedule.part(query, query.window(time.instant()));
    return new ScheduleBody(
        part.window().from(),
        part.window().to(),
        part.changes().stream().map(one -> entry(one, part)).toList(),
        part.freezes().stream().map(FreezeEntry::of).toList(),
        part.total());
  }

  private Entry entry(Change one, ForwardSchedule.Part part) {
    boolean internal = access.internal();
    return new Entry(
        one.number(),
        one.title(),
        one.status().name(),
        one.category() == null ? null : one.category().name(),
        Span.of(one.window()),
        one.services(),
        internal ? one.items() : null,
        internal ? part.collisions().getOrDefault(one.number(), List.of()) : null);
  }

  /** The same for calendar programs, which ask again by themselves. */
  @GetMapping("/schedule.ics")
  ResponseEntity<byte[]> feed(ScheduleQuery query) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .body(
            feed.of(schedule.part(query, query.window(time.instant())))
                .getBytes(StandardCharsets.UTF_8));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FindingBody(
      String kind,
      String severity,
      String key,
      String text,
      List<String> items,
      String otherChange,
      Window.Overlap overlap,
      List<String> path) {

    static FindingBody of(WindowFinding one) {
      return new FindingBody(
          one.kind(),
          one.severity().name(),
          one.key(),
          one.text(),
          one.items(),
          one.otherChange(),
          one.overlap(),
          one.path());
    }
  }

  record AgreementBody(String kind, String about, Span span, String by, String why, Instant at) {

    static AgreementBody of(Agreement one) {
      return new AgreementBody(
          one.kind().name(), one.about(), Span.of(one.span()), one.by(), one.why(), one.at());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WindowBody(Span window, List<FindingBody> findings, List<AgreementBody> agreements) {}

  /** What stands against the window of a change now, and who answers for what. */
  @GetMapping("/{number}/window")
  WindowBody window(@PathVariable String number) {
    Change change = access.visible(number);
    if (!access.internal()) {
      throw Refusal.forbidden(
          "change.not-allowed", "Only whoever works for the provider sees what was found.");
    }
    return new WindowBody(
        Span.of(change.window()),
        checks.check(change, Moment.APPROVAL).findings().stream().map(FindingBody::of).toList(),
        agreements.of(number).stream().map(AgreementBody::of).toList());
  }
}
