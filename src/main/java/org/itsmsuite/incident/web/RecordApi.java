package org.itsmsuite.incident.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.Clocks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every record offers to programs: its timeline, its thread, its actions. */
@RestController
@RequestMapping("/api/records/{number}")
class RecordApi {

  private final Incidents incidents;
  private final Clocks clocks;
  private final IncidentAccess access;
  private final IncidentActions actions;
  private final Timeline timeline;

  RecordApi(
      Incidents incidents,
      Clocks clocks,
      IncidentAccess access,
      IncidentActions actions,
      Timeline timeline) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.access = access;
    this.actions = actions;
    this.timeline = timeline;
  }

  /** Every fact the person may see, oldest first. */
  @GetMapping("/timeline")
  List<LedgerEntry> timeline(@PathVariable String number) {
    return timeline.of(access.visible(number));
  }

  /** The connected records the person may see. */
  @GetMapping("/thread")
  List<ThreadBody> thread(@PathVariable String number) {
    return incidents.inThread(access.visible(number).thread()).stream()
        .filter(access.scope()::covers)
        .map(
            one ->
                new ThreadBody("incident", one.number(), one.status().name(), one.report().title()))
        .toList();
  }

  record ThreadBody(String practice, String number, String status, String title) {}

  /** Carries an action out and answers with the record as it is afterwards. */
  @PostMapping("/actions/{action}")
  IncidentBody act(
      @PathVariable String number,
      @PathVariable String action,
      @RequestBody(required = false) Map<String, Object> values) {
    actions.act(number, action, texts(values));
    Incident incident = incidents.find(number);
    return IncidentBody.of(incident, clocks.of(number), incidents.links(number));
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    (values == null ? Map.<String, Object>of() : values)
        .forEach(
            (name, value) -> {
              if (value != null && !(value instanceof String)) {
                throw Refusal.invalid("request.wrong-value", name, name + ": a text is expected.");
              }
              texts.put(name, (String) value);
            });
    return texts;
  }
}
