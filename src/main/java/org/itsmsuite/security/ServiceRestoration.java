package org.itsmsuite.security;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.refusal.Refusal;

/**
 * A security incident impairs a service (I-23): an incident is reported beside it, in the same
 * thread, so that the service is restored the usual way.
 */
public class ServiceRestoration implements SecurityMessageTaker {

  /** The service works, or is not to be restored. */
  private static final Set<Status> OVER =
      EnumSet.of(Status.RESOLVED, Status.CLOSED, Status.CANCELLED);

  private final Incidents incidents;
  private final SecurityStore store;
  private final Clock time;

  public ServiceRestoration(Incidents incidents, SecurityStore store, Clock time) {
    this.incidents = incidents;
    this.store = store;
    this.time = time;
  }

  /**
   * @throws Refusal {@code security.already-being-restored} if an incident beside it is open
   */
  @Override
  public Optional<String> take(SecurityIncident from, String message, Map<String, String> details) {
    if (!SecurityMessages.SERVICE_AFFECTED.equals(message)) {
      return Optional.empty();
    }
    refuseSecond(from);
    Incident incident =
        incidents.report(
            new NewIncident(
                details.get("serviceTitle"),
                null,
                from.report().service(),
                null,
                IncidentKind.valueOf(details.get("kind")),
                Impact.valueOf(details.get("impact")),
                Urgency.valueOf(details.get("urgency")),
                null,
                "security",
                true,
                null,
                from.report().customer()),
            from.thread());
    store.addEvent(from.number(), incident.number(), time.instant());
    return Optional.of(incident.number());
  }

  private void refuseSecond(SecurityIncident from) {
    store.events(from.number()).stream()
        .flatMap(record -> incidents.lookUp(record).stream())
        .filter(one -> !OVER.contains(one.status()))
        .findFirst()
        .ifPresent(
            open -> {
              throw Refusal.conflict(
                  "security.already-being-restored",
                  open.number() + " restores the service already.");
            });
  }
}
