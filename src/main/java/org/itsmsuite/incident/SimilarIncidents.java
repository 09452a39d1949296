package org.itsmsuite.incident;

import java.util.List;

/** Finds open incidents that look like another, so that nobody works on the same twice. */
@FunctionalInterface
public interface SimilarIncidents {

  /** Finds nothing; for desks without a database. */
  SimilarIncidents NONE = (incident, limit) -> List.of();

  /**
   * The most alike first; only those the person who asks may know of.
   *
   * @param limit how many at most
   */
  List<SimilarIncident> of(Incident incident, int limit);
}
