package org.itsmsuite.monitoring;

import java.util.Map;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.NewsValues;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;

/**
 * Tells an incident's ledger and its group what its alarms do.
 *
 * <p>The ledger is told of the first event, and then of the tenth, the hundredth, the thousandth:
 * each entry locks and lengthens the record's chain, so an entry for each of ten thousand events
 * would make everybody who works on the record wait, and bury what people did. Nothing is lost:
 * each event is kept with its record. The same goes for an alarm that comes and goes; its first ten
 * recoveries are told, then the hundredth, the thousandth.
 */
class AlarmNews {

  private static final int RECOVERIES_TOLD_EACH = 10;

  private final Ledger ledger;
  private final Notifications notifications;
  private final Catalogue catalogue;

  AlarmNews(Ledger ledger, Notifications notifications, Catalogue catalogue) {
    this.ledger = ledger;
    this.notifications = notifications;
    this.catalogue = catalogue;
  }

  void raised(Incident incident, MonitoringEvent event) {
    ledger.write(
        fact(incident, "incident.alarmRaised", event)
            .with("eventId", Personal.of(event.eventId()))
            .with("occurredAt", event.occurredAt().toString()));
  }

  /** Tells it now and then only. */
  void raisedAgain(Incident incident, MonitoringEvent event, Alarm alarm) {
    if (alarm.count() >= 10 && isPowerOfTen(alarm.count())) {
      ledger.write(
          fact(incident, "incident.alarmRepeated", event)
              .with("count", alarm.count())
              .with("firstAt", alarm.firstAt().toString())
              .with("lastAt", alarm.lastAt().toString()));
    }
  }

  /** Proposes to resolve the incident; whether it is resolved is for its group to say. */
  void recovered(Incident incident, MonitoringEvent event, Alarm alarm) {
    if (!isTold(alarm.recoveries())) {
      return;
    }
    ledger.write(
        fact(incident, "incident.recovered", event)
            .with("recovery", alarm.recoveries())
            .changed("recoveredAt", null, alarm.recoveredAt().toString()));
    String group = incident.assignment().group();
    if (group != null) {
      notifications.tell(
          new Notification(
              incident.number(),
              "incident-recovery-observed",
              "incident-recovery-observed/" + alarm.id() + "/" + alarm.recoveries(),
              Set.of("group:" + group),
              values(incident, event)));
    }
  }

  /**
   * The alarm is back before anybody resolved the incident.
   *
   * @param alarm as it was while it was over
   */
  void recoveryWithdrawn(Incident incident, MonitoringEvent event, Alarm alarm) {
    if (isTold(alarm.recoveries())) {
      ledger.write(
          fact(incident, "incident.recoveryWithdrawn", event)
              .with("recovery", alarm.recoveries())
              .changed("recoveredAt", alarm.recoveredAt().toString(), null));
    }
  }

  private static boolean isTold(int recoveries) {
    return recoveries <= RECOVERIES_TOLD_EACH || isPowerOfTen(recoveries);
  }

  private static boolean isPowerOfTen(long number) {
    long rest = number;
    while (rest % 10 == 0 && rest > 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  private static Fact fact(Incident incident, String what, MonitoringEvent event) {
    var fact = Fact.of(incident.number(), what);
    return (incident.run() == null ? fact : fact.in(incident.run().process()))
        .with("source", Personal.of(event.source()))
        .with("severity", Personal.of(event.severity()));
  }

  private Map<String, Object> values(Incident incident, MonitoringEvent event) {
    Map<String, Object> values = NewsValues.of(incident, catalogue);
    values.put(
        "reason", event.source() + ": " + event.severity() + ", " + event.occurredAt() + " (UTC)");
    return values;
  }
}
