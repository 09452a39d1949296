package org.itsmsuite.monitoring;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What monitoring tools tell. Each event is taken once, whatever is sent how often; who may send
 * and see events is decided before. A recovery resolves nothing: it proposes to.
 */
public class Monitoring {

  private static final int RACES = 5;

  private final MonitoringStore store;
  private final EventTable table;
  private final Alarms alarms;
  private final Incidents incidents;
  private final Catalogue catalogue;
  private final Restrictions restrictions;
  private final CurrentUser user;
  private final Clock time;
  private final TransactionOperations transaction;

  /**
   * @param transaction the one that an event is taken in
   * @param savepoint of that transaction, which stays usable when what is done in it fails
   */
  public Monitoring(
      MonitoringStore store,
      EventTable table,
      Incidents incidents,
      Catalogue catalogue,
      Ledger ledger,
      Notifications notifications,
      Restrictions restrictions,
      CurrentUser user,
      Clock time,
      TransactionOperations transaction,
      TransactionOperations savepoint) {
    this.store = store;
    this.table = table;
    this.incidents = incidents;
    this.catalogue = catalogue;
    this.restrictions = restrictions;
    this.user = user;
    this.time = time;
    this.transaction = transaction;
    var news = new AlarmNews(ledger, notifications, catalogue);
    var standings = new Standings(store, incidents, restrictions, user);
    this.alarms = new Alarms(store, standings, incidents, news, time, savepoint);
  }

  /**
   * Takes an event: record, alarm, ledger and the kept event change together or not at all. Opens a
   * transaction of its own and must not be called inside of one, because it starts anew when
   * another node has taken the same event or raised the same alarm at the same moment.
   *
   * <p>Source and event id are the identity of an event: one that comes again changes nothing,
   * whatever else it says now. A recovery needs an id of its own.
   *
   * @throws Refusal {@code incident.unknown-service}
   */
  public Taken take(MonitoringEvent event) {
    Service service = service(event);
    EventRule rule = table.rule(event);
    return withoutRaces(() -> take(event, rule, service));
  }

  private Service service(MonitoringEvent event) {
    return catalogue
        .service(event.service())
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "incident.unknown-service",
                    "service",
                    "There is no such service; GET /api/services lists them."));
  }

  /** A duplicate key ends a transaction on PostgreSQL; the next one sees what the other wrote. */
  private Taken withoutRaces(Supplier<Taken> taking) {
    for (int race = 1; ; race++) {
      try {
        return transaction.execute(status -> taking.get());
      } catch (DuplicateKeyException otherWasFirst) {
        if (race == RACES) {
          throw otherWasFirst;
        }
      }
    }
  }

  private Taken take(MonitoringEvent event, EventRule rule, Service service) {
    var earlier = store.events(event.source(), event.eventId());
    var known = earlier.stream().filter(this::mayBeTold).findFirst();
    if (known.isPresent()) {
      return repeated(known.get());
    }
    UUID counted = earlier.isEmpty() ? null : earlier.get(0).alarm();
    Alarms.Result result =
        switch (rule.action()) {
          case RAISE -> alarms.raise(event, rule, service, counted);
          case RECOVER -> alarms.recover(event, counted);
          case IGNORE -> new Alarms.Result(EventOutcome.IGNORED, null, null);
        };
    store.keep(kept(event, result), earlier.size());
    for (Alarms.Result beside : result.beside()) {
      store.keepBeside(event, beside.incident().number(), beside.outcome());
    }
    var incident = result.incident();
    return new Taken(
        result.outcome(),
        false,
        incident == null ? null : incident.number(),
        incident == null ? null : incident.status().name(),
        result.alarm());
  }

  private KeptEvent kept(MonitoringEvent event, Alarms.Result result) {
    return new KeptEvent(
        event,
        time.instant().truncatedTo(ChronoUnit.MICROS),
        user.actor().id(),
        result.outcome(),
        result.incident() == null ? null : result.incident().number(),
        result.alarm() == null ? null : result.alarm().id());
  }

  /** What an event was for that is hidden from the sender is not there; so the event is new. */
  private boolean mayBeTold(KeptEvent earlier) {
    return earlier.record() == null || restrictions.mayKnow(user.actor(), earlier.record());
  }

  private Taken repeated(KeptEvent earlier) {
    return new Taken(
        earlier.outcome(),
        true,
        earlier.record(),
        earlier.record() == null ? null : incidents.find(earlier.record()).status().name(),
        earlier.alarm() == null ? null : store.alarm(earlier.alarm()).orElseThrow());
  }

  /** The alarms that an incident stands or stood for, the first to occur first. */
  public List<Alarm> alarmsOf(String record) {
    return store.alarmsOf(record);
  }

  /**
   * The events that were for an incident, the last received first.
   *
   * @param page from 0
   */
  public EventPage eventsOf(String record, int page, int size) {
    return store.eventsOf(record, page, size);
  }
}
