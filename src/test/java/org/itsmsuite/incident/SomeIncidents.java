package org.itsmsuite.incident;

import java.time.Instant;
import java.util.UUID;

/** Incidents as a store holds them, for tests without a process. */
public final class SomeIncidents {

  public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private SomeIncidents() {}

  public static Incident open(String number) {
    return with(number, Status.IN_PROGRESS, null);
  }

  public static Incident with(String number, Status status, String parent) {
    return with(number, status, parent, "E-mail does not arrive", "email", null);
  }

  public static Incident with(
      String number,
      Status status,
      String parent,
      String title,
      String service,
      String configurationItem) {
    return new Incident(
        number,
        UUID.nameUUIDFromBytes(number.getBytes()),
        MORNING,
        new Report(
            title,
            null,
            service,
            "north-office",
            configurationItem,
            IncidentKind.INTERRUPTION,
            "page",
            "requester",
            "requester",
            false),
        status,
        new Assessment(
            Mechanism.INCIDENT,
            "other",
            Impact.MEDIUM,
            Urgency.MEDIUM,
            "P3",
            true,
            null,
            false,
            false),
        new Assignment("second-level", "specialist", 2, 0),
        null,
        status == Status.RESOLVED
            ? new Outcome("Restarted the queue", "FIXED", false, MORNING, null, 0, "specialist")
            : Outcome.NONE,
        null,
        new Family(parent),
        0);
  }
}
