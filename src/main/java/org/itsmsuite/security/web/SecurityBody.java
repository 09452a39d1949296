package org.itsmsuite.security.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.incident.Run;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityReview;

/**
 * A security incident as the API shows it. Who sees no inner life gets none of those fields and
 * empty lists.
 *
 * @param inside what only the security team, auditors and named staff see
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SecurityBody(
    String number,
    String status,
    String title,
    String service,
    String customer,
    Instant reportedAt,
    Instant openedAt,
    Instant resolvedAt,
    Instant closedAt,
    String priority,
    UUID thread,
    @JsonUnwrapped Inside inside,
    List<DeadlineBody> deadlines,
    List<LinkBody> links,
    List<String> concerned) {

  /**
   * @param accessibility never called availability, which is a measured share of time
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Inside(
      String description,
      String found,
      String finding,
      String reason,
      String probability,
      String confidentiality,
      String integrity,
      String accessibility,
      boolean authenticity,
      boolean accountability,
      boolean nonRepudiation,
      boolean reliability,
      boolean personalData,
      boolean notifyOutside,
      String whyNotNotified,
      String risk,
      String assignee,
      String resolution,
      Instant containedAt,
      String notification,
      Instant notifiedAt,
      SecurityReview review,
      ProcessBody process) {

    static Inside of(SecurityIncident incident) {
      var assessment = incident.assessment();
      var threat = assessment.threat();
      var outcome = incident.outcome();
      return new Inside(
          incident.report().description(),
          name(assessment.found()),
          name(assessment.finding()),
          assessment.reason(),
          name(threat.probability()),
          name(threat.confidentiality()),
          name(threat.integrity()),
          name(threat.accessibility()),
          threat.authenticity(),
          threat.accountability(),
          threat.nonRepudiation(),
          threat.reliability(),
          threat.personalData(),
          assessment.notifyOutside(),
          assessment.whyNotNotified(),
          assessment.risk(),
          incident.assignee(),
          outcome.resolution(),
          outcome.containedAt(),
          outcome.notification(),
          outcome.notifiedAt(),
          incident.review(),
          ProcessBody.of(incident.run()));
    }
  }

  /**
   * @param type {@code SERVICE_EFFECT}: an incident beside it; {@code GROUPS}: another security
   *     incident that is an event of it; {@code GROUPED_UNDER}: the one it is an event of
   */
  record LinkBody(String type, String number) {}

  record ProcessBody(String key, int version, String versionTag, String instanceId) {

    static ProcessBody of(Run run) {
      return run == null
          ? null
          : new ProcessBody(run.key(), run.version(), run.versionTag(), run.instance());
    }
  }

  static SecurityBody outside(SecurityIncident incident) {
    return of(incident, null, List.of(), List.of(), List.of());
  }

  static SecurityBody inside(
      SecurityIncident incident,
      List<DeadlineBody> deadlines,
      List<LinkBody> links,
      List<String> concerned) {
    return of(incident, Inside.of(incident), deadlines, links, concerned);
  }

  private static SecurityBody of(
      SecurityIncident incident,
      Inside inside,
      List<DeadlineBody> deadlines,
      List<LinkBody> links,
      List<String> concerned) {
    return new SecurityBody(
        incident.number(),
        incident.status().name(),
        incident.report().title(),
        incident.report().service(),
        incident.report().customer(),
        incident.reportedAt(),
        incident.openedAt(),
        incident.outcome().resolvedAt(),
        incident.outcome().closedAt(),
        incident.assessment().priority(),
        incident.thread(),
        inside,
        deadlines,
        links,
        concerned);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
