package org.itsmsuite.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.incident.VisibleIncidents;
import org.itsmsuite.monitoring.EventPage;
import org.itsmsuite.monitoring.Monitoring;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.itsmsuite.monitoring.MonitoringSettings;
import org.itsmsuite.monitoring.Taken;
import org.itsmsuite.web.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where monitoring tools send events, and where people look at them. */
@RestController
@RequestMapping("/api/events")
class EventApi {

  private final Monitoring monitoring;
  private final VisibleIncidents visible;
  private final MonitoringSettings settings;
  private final Clock time;

  EventApi(
      Monitoring monitoring, VisibleIncidents visible, MonitoringSettings settings, Clock time) {
    this.monitoring = monitoring;
    this.visible = visible;
    this.settings = settings;
    this.time = time;
  }

  /** Takes an event; source and event id are its identity, sent again it changes nothing. */
  @Operation(
      summary =
          "Takes a monitoring event; sent again with the same source and eventId, it changes nothing")
  @ApiResponse(responseCode = "201", description = "The event made an incident, named by Location")
  @ApiResponse(
      responseCode = "200",
      description = "Taken before, counted on an open incident, a recovery, or of no interest")
  @PostMapping
  ResponseEntity<EventAnswer> take(@RequestBody EventRequest request) {
    MonitoringEvent event = request.checked(time.instant().plus(settings.futureTolerance()));
    Taken taken = monitoring.take(event);
    var answer =
        EventAnswer.of(
            event.source(),
            event.eventId(),
            taken,
            taken.record() != null && visible.isVisible(taken.record()));
    return taken.isNewRecord()
        ? ResponseEntity.created(URI.create("/api/incidents/" + taken.record())).body(answer)
        : ResponseEntity.ok(answer);
  }

  /** A page of the events that were for an incident, the last received first. */
  @Operation(summary = "The events that were for an incident, the last received first")
  @GetMapping
  ListBody list(
      @RequestParam String record,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    var texts = new Texts();
    range(texts, "page", page, 0, 1_000_000);
    range(texts, "size", size, 1, 100);
    texts.verify();
    if (!visible.isVisible(record)) {
      throw Absent.of("incident", record);
    }
    EventPage events = monitoring.eventsOf(record, page, size);
    return new ListBody(
        events.events().stream().map(EventBody::of).toList(),
        new PageBody(page, size, events.total(), (events.total() + size - 1) / size));
  }

  private static void range(Texts texts, String field, int value, int min, int max) {
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "From " + min + " to " + max + ".");
    }
  }

  record ListBody(List<EventBody> content, PageBody page) {}

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}
}
