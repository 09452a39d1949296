package org.itsmsuite.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

  /**
   * What became of an event, and for which record.
   *
   * @param beside the same for records that the sender is not told of
   */
  record Result(EventOutcome outcome, Alarm alarm, Incident incident, List<Result> beside) {

    Result(EventOutcome outcome, Alarm alarm, Incident incident) {
      this(outcome, alarm, incident, List.of());
    }

    Result with(List<Result> others) {
      return new Result(outcome, alarm, incident, others);
    }
  }

  private final MonitoringStore store;
  private final Standings standings;
  private final Incidents incidents;
  private final AlarmNews news;
  private final Clock time;
  private final TransactionOperations savepoint;

  /**
   * @param savepoint of the running transaction, which stays usable when what is done in it fails
   */
  Alarms(
      MonitoringStore store,
      Standings standings,
      Incidents incidents,
      AlarmNews news,
      Clock time,
      TransactionOperations savepoint) {
    this.store = store;
    this.standings = standings;
    this.incidents = incidents;
    this.news = news;
    this.time = time;
    this.savepoint = savepoint;
  }

  /**
   * Sees to it that an open incident stands for the event.
   *
   * @param counted the alarm that counted this very event before, or null
   */
  Result raise(MonitoringEvent event, EventRule rule, Service service, UUID counted) {
    var found = standings.lock(AlarmKey.of(event));
    Result result =
        found
            .main()
            .flatMap(main -> onOneThatIsThere(event, rule, main))
            .orElseGet(() -> report(event, rule, service, found.beside()));
    return result.with(
        beside(found, counted).map(one -> count(event, one, EventOutcome.COUNTED)).toList());
  }

  private static Stream<Standing> beside(Standings.Found found, UUID counted) {
    return found.beside().stream()
        .filter(Standing::isOpen)
        .filter(one -> !one.alarm().id().equals(counted));
  }

  /** Empty if it has come to its end, and a new one is needed. */
  private Optional<Result> onOneThatIsThere(MonitoringEvent event, EventRule rule, Standing main) {
    Incident incident = main.incident();
    if (main.isOpen() || isInGrace(main.alarm(), incident, rule)) {
      return Optional.of(count(event, main, EventOutcome.COUNTED));
    }
    if (incident.status() == Status.RESOLVED && reopens(incident, event)) {
      Incident open = incidents.find(incident.number());
      return Optional.of(count(event, new Standing(main.alarm(), open), EventOutcome.REOPENED));
    }
    store.retire(main.alarm());
    return Optional.empty();
  }

  /** The row comes first: whoever has the same alarm at the same moment waits there. */
  private Result report(
      MonitoringEvent event, EventRule rule, Service service, List<Standing> beside) {
    beside.stream().map(Standing::alarm).forEach(store::stepAside);
    Alarm alarm = Alarm.of(event);
    store.add(alarm, AlarmKey.of(event));
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

  private Result count(MonitoringEvent event, Standing standing, EventOutcome outcome) {
    Alarm alarm = standing.alarm();
    Incident incident = standing.incident();
    Alarm counted = alarm.on(incident.number()).raisedAgain(event.occurredAt());
    store.save(counted);
    if (alarm.isWithdrawnBy(event.occurredAt()) && standing.isOpen()) {
      news.recoveryWithdrawn(incident, event, alarm);
    }
    news.raisedAgain(incident, event, counted);
    return new Result(outcome, counted, incident);
  }

  /**
   * Notes that the alarm is over.
   *
   * @param counted the alarm that took this very event before, or null
   */
  Result recover(MonitoringEvent event, UUID counted) {
    var found = standings.lock(AlarmKey.of(event));
    Result result =
        found
            .main()
            .map(main -> recover(event, main))
            .orElse(new Result(EventOutcome.NOTHING_OPEN, null, null));
    return result.with(beside(found, counted).map(one -> recover(event, one)).toList());
  }

  private Result recover(MonitoringEvent event, Standing standing) {
    Alarm alarm = standing.alarm();
    Incident incident = standing.incident();
    if (event.occurredAt().isBefore(alarm.lastAt())) {
      return new Result(EventOutcome.OUTDATED, alarm, incident);
    }
    var outcome = standing.isOpen() ? EventOutcome.RECOVERED : EventOutcome.NOTHING_OPEN;
    if (alarm.hasRecovered()) {
      return new Result(outcome, alarm, incident);
    }
    Alarm over = alarm.on(incident.number()).recovered(event.occurredAt());
    store.save(over);
    if (standing.isOpen()) {
      news.recovered(incident, event, over);
    }
    return new Result(outcome, over, incident);
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
