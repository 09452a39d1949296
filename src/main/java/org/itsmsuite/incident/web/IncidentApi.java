package org.itsmsuite.incident.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentPage;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.sla.ClockView;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.web.IdempotencyKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Incidents for programs. */
@RestController
@RequestMapping("/api/incidents")
class IncidentApi {

  private final Incidents incidents;
  private final Clocks clocks;
  private final IncidentAccess access;
  private final IdempotencyKeys keys;

  IncidentApi(Incidents incidents, Clocks clocks, IncidentAccess access, IdempotencyKeys keys) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.access = access;
    this.keys = keys;
  }

  /**
   * Reports an incident. The same {@code Idempotency-Key} with the same body gives the same record.
   */
  @PostMapping
  ResponseEntity<IncidentBody> report(
      @RequestBody IncidentRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    NewIncident reported = request.checked("api");
    access.requireReport(reported);
    var outcome =
        keys.once(
            key,
            access.actor().id(),
            "incident.report",
            request,
            () -> incidents.report(reported).number());
    Incident incident =
        outcome.first() ? incidents.find(outcome.record()) : access.repeated(outcome.record());
    return ResponseEntity.created(URI.create("/api/incidents/" + outcome.record()))
        .body(body(incident));
  }

  @GetMapping("/{number}")
  IncidentBody one(@PathVariable String number) {
    return body(access.visible(number));
  }

  private IncidentBody body(Incident incident) {
    return IncidentBody.of(
        incident, access.assignee(incident), clocks.of(incident.number()), access.links(incident));
  }

  /**
   * One page; {@code status} may name several, separated by commas; {@code sort} is a field, then
   * {@code ,desc}.
   */
  @GetMapping
  ListBody list(IncidentQuery query) {
    IncidentSearch search = query.checked(access.scope(), "openedAt,desc");
    IncidentPage page = incidents.search(search);
    Map<String, List<ClockView>> all =
        clocks.of(page.incidents().stream().map(Incident::number).toList());
    return new ListBody(
        page.incidents().stream()
            .map(
                one ->
                    IncidentBody.of(
                        one,
                        access.assignee(one),
                        all.getOrDefault(one.number(), List.of()),
                        List.of()))
            .toList(),
        new PageBody(
            search.page(),
            search.size(),
            page.total(),
            (page.total() + search.size() - 1) / search.size()));
  }

  record ListBody(List<IncidentBody> content, PageBody page) {}

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}
}
