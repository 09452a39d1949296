package org.itsmsuite.incident;

import java.time.Instant;
import java.util.List;

/** Open incidents that may be similar to another: of the same service, item or customer. */
@FunctionalInterface
public interface SimilarCandidates {

  /** What is compared, and what is shown. */
  record Candidate(
      String number,
      String title,
      String description,
      String service,
      String configurationItem,
      String category,
      String customer,
      Status status,
      String priority,
      String group,
      Instant openedAt) {

    static Candidate of(Incident incident) {
      return new Candidate(
          incident.number(),
          incident.report().title(),
          incident.report().description(),
          incident.report().service(),
          incident.report().configurationItem(),
          incident.assessment().category(),
          incident.report().customer(),
          incident.status(),
          incident.assessment().priority(),
          incident.assignment().group(),
          incident.openedAt());
    }
  }

  /**
   * Each once, in no order, without the incident itself; long descriptions are cut.
   *
   * @param scope whose incidents may be seen at all
   * @param most of each kind, the newest
   */
  List<Candidate> of(Incident incident, IncidentSearch.Scope scope, int most);
}
