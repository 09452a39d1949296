package org.itsmsuite.security.process;

import static org.itsmsuite.security.process.SecurityDesk.MONDAY_NINE;

import java.util.UUID;
import org.itsmsuite.incident.Assessment;
import org.itsmsuite.incident.Assignment;
import org.itsmsuite.incident.Family;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Outcome;
import org.itsmsuite.incident.Report;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;

/** Incidents that are suspected to be a matter of security. */
final class SuspiciousIncidents {

  private SuspiciousIncidents() {}

  /** One as the incident practice hands it over. */
  static Incident suspicious(String number) {
    return new Incident(
        number,
        UUID.randomUUID(),
        MONDAY_NINE,
        new Report(
            "My badge opens every door",
            null,
            "facility",
            "north-office",
            null,
            IncidentKind.DEGRADATION,
            "page",
            "requester",
            "requester",
            true),
        Status.NEW,
        new Assessment(null, null, Impact.LOW, Urgency.LOW, "P4", false, null, true, false),
        new Assignment("service-desk", null, 1, 0),
        null,
        new Outcome(null, null, false, null, null, 0, null),
        null,
        new Family(null),
        0);
  }
}
