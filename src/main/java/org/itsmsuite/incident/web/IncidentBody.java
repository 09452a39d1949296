package org.itsmsuite.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.Run;
import org.itsmsuite.sla.ClockView;

/** An incident as the API shows it; names and shapes are the contract's. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record IncidentBody(
    String number,
    String status,
    String title,
    String description,
    String service,
    String configurationItem,
    String customer,
    String requester,
    String channel,
    String kind,
    String mechanism,
    String category,
    String impact,
    String urgency,
    String priority,
    boolean security,
    boolean major,
    String group,
    String assignee,
    String waitingFor,
    String resolution,
    String resolutionCode,
    Instant openedAt,
    Instant resolvedAt,
    Instant closedAt,
    int reopenCount,
    int reassignmentCount,
    UUID thread,
    List<ClockBody> clocks,
    ProcessBody process,
    List<Link> links) {

  /**
   * @param elapsed working time used, pauses left out
   * @param agreement behind the promise, or null
   */
  record ClockBody(
      String kind,
      Duration target,
      String calendar,
      Instant startedAt,
      Instant dueAt,
      String state,
      Duration elapsed,
      String agreement,
      String requirement) {

    static ClockBody of(ClockView clock) {
      return new ClockBody(
          clock.kind().name(),
          clock.target(),
          clock.calendar(),
          clock.startedAt(),
          clock.dueAt(),
          clock.state().name(),
          clock.elapsed(),
          clock.agreement(),
          clock.requirement());
    }
  }

  record ProcessBody(String key, int version, String versionTag, String instanceId) {

    static ProcessBody of(Run run) {
      return run == null
          ? null
          : new ProcessBody(run.key(), run.version(), run.versionTag(), run.instance());
    }
  }

  /**
   * @param assignee null also where who works on it is not for the person who asks
   */
  static IncidentBody of(
      Incident incident, String assignee, List<ClockView> clocks, List<Link> links) {
    var report = incident.report();
    var assessment = incident.assessment();
    var outcome = incident.outcome();
    return new IncidentBody(
        incident.number(),
        incident.status().name(),
        report.title(),
        report.description(),
        report.service(),
        report.configurationItem(),
        report.customer(),
        report.requester(),
        report.channel(),
        report.kind().name(),
        assessment.mechanism() == null ? null : assessment.mechanism().name(),
        assessment.category(),
        assessment.impact().name(),
        assessment.urgency().name(),
        assessment.priority(),
        report.security(),
        assessment.major(),
        incident.assignment().group(),
        assignee,
        incident.waiting() == null ? null : incident.waiting().reason().name(),
        outcome.resolution(),
        outcome.code(),
        incident.openedAt(),
        outcome.resolvedAt(),
        outcome.closedAt(),
        outcome.reopenings(),
        incident.assignment().reassignments(),
        incident.thread(),
        clocks.stream().map(ClockBody::of).toList(),
        ProcessBody.of(incident.run()),
        links);
  }
}
