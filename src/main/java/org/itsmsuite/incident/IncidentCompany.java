package org.itsmsuite.incident;

import java.util.Set;

/**
 * Knows who else has to do with an incident, so that it still concerns them when it becomes a
 * restricted one.
 */
@FunctionalInterface
public interface IncidentCompany {

  /** Written as recipients are, such as {@code group:incident-managers}. */
  Set<String> of(Incident incident);
}
