package org.itsmsuite.monitoring;

import java.time.Clock;
import java.time.Instant;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Status;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Raises alarms and lets them recover, inside of a transaction. Events of one alarm wait for each
 * other on the alarm's row, on all nodes; the incident's row is read, but not locked, so that
 * people work on the record while events are counted.
 */
class Alarms {

  /** What became of an event, and for which record. */
  record Result(EventOutcome outcome, Alarm alarm, Incident incident) {}

  /** A duplicate of a duplicate of a duplicate ...: enough for real life, and no endless loop. */
  private static final int DUPLICATES_FOLLOWED = 10;

  private final MonitoringStore store;
  private final Incidents incidents;
  private final AlarmNews news;
  private final Clock time;
  private final TransactionOperations savepoint;

  /**
   * @param savepoint of the running transaction, which stays usable when what is done in it fails
   */
  Alarms(
      MonitoringStore store,
      Incidents incidents,
      AlarmNews news,
      Clock time,
      TransactionOperations savepoint) {
    this.store = store;
    this.incidents = incidents;
    this.news = news;
    this.time = time;
    this.savepoint = savepoint;
  }

  /** Sees to it that an open incident stands for the event. */
  Result raise(MonitoringEvent event, EventRule rule, Service service) {
    String key = AlarmKey.of(event);
    Alarm alarm = store.lock(key).orElse(null);
    if (alarm == null) {
      return report(event, rule, service, key);
    }
    Incident incident = standingFor(alarm);
    if (isOpen(incident)) {
      return count(event, alarm, incident, EventOutcome.COUNTED);
    }
    if (isInGrace(alarm, incident, rule)) {
      return count(event, alarm, incident, EventOutcome.COUNTED);
    }
    if (incident.status() == Status.RESOLVED && reopens(incident, event)) {
      Incident open = incidents.find(incident.number());
      return count(event, alarm, open, EventOutcome.REOPENED);
    }
    store.retire(alarm);
    return report(event, rule, service, key);
  }

  /** The row comes first: whoever has the same alarm at the same moment waits there. */
  private Result report(MonitoringEvent event, EventRule rule, Service service, String key) {
    Alarm alarm = Alarm.of(event);
    store.add(alarm, key);
    Incident incident =
        incidents.report(
            new NewIncident(
                event.title(),
                description(event),
                event.service(),
                event.configurationItem(),
                rule.kind(),
                rule.impact(),
                rule.urgency(),
                null,
                "monitoring",
                false,
                null,
                service.customers().get(0)));
    Alarm raised = alarm.on(incident.number());
    store.save(raised);
    news.raised(incident, event);
    return new Result(EventOutcome.RAISED, raised, incident);
  }

  private static String description(MonitoringEvent event) {
    return "Reported by monitoring.\nSource: %s\nSeverity: %s\nEvent: %s\nOccurred: %s"
        .formatted(event.source(), event.severity(), event.eventId(), event.occurredAt());
  }

  private Result count(
      MonitoringEvent event, Alarm alarm, Incident incident, EventOutcome outcome) {
    Alarm counted = alarm.on(incident.number()).raisedAgain(event.occurredAt());
    store.save(counted);
    if (alarm.isWithdrawnBy(event.occurredAt()) && isOpen(incident)) {
      news.recoveryWithdrawn(incident, event, alarm);
    }
    news.raisedAgain(incident, event, counted);
    return new Result(outcome, counted, incident);
  }

  /** Notes that the alarm is over. */
  Result recover(MonitoringEvent event) {
    Alarm alarm = store.lock(AlarmKey.of(event)).orElse(null);
    if (alarm == null) {
      return new Result(EventOutcome.NOTHING_OPEN, null, null);
    }
    Incident incident = standingFor(alarm);
    if (event.occurredAt().isBefore(alarm.lastAt())) {
      return new Result(EventOutcome.OUTDATED, alarm, incident);
    }
    var outcome = isOpen(incident) ? EventOutcome.RECOVERED : EventOutcome.NOTHING_OPEN;
    if (alarm.hasRecovered()) {
      return new Result(outcome, alarm, incident);
    }
    Alarm over = alarm.on(incident.number()).recovered(event.occurredAt());
    store.save(over);
    if (isOpen(incident)) {
      news.recovered(incident, event, over);
    }
    return new Result(outcome, over, incident);
  }

  /** The alarm's incident, or the one that it turned out to be a duplicate of. */
  private Incident standingFor(Alarm alarm) {
    Incident incident = incidents.find(alarm.record());
    for (int followed = 0; followed < DUPLICATES_FOLLOWED; followed++) {
      String other = incident.assessment().duplicateOf();
      if (isOpen(incident) || other == null) {
        break;
      }
      incident = incidents.find(other);
    }
    return incident;
  }

  private static boolean isOpen(Incident incident) {
    return switch (incident.status()) {
      case RESOLVED, CLOSED, CANCELLED -> false;
      default -> true;
    };
  }

  /** An alarm that was over in between is a new one; no grace hides it. */
  private boolean isInGrace(Alarm alarm, Incident incident, EventRule rule) {
    Instant ended =
        incident.status() == Status.RESOLVED
            ? incident.outcome().resolvedAt()
            : incident.outcome().closedAt();
    return !alarm.hasRecovered() && time.instant().isBefore(ended.plus(rule.graceAfterEnd()));
  }

  /** False where the incident's process does not let it. */
  private boolean reopens(Incident incident, MonitoringEvent event) {
    try {
      savepoint.executeWithoutResult(
          nested ->
              incidents.reopen(
                  incident.number(), "Monitoring reports it again: " + event.source()));
      return true;
    } catch (Refusal notNow) {
      return false;
    }
  }
}
