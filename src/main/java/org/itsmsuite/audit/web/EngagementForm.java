package org.itsmsuite.audit.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.itsmsuite.audit.web.AuditBodies.EngagementBody;
import org.itsmsuite.audit.web.AuditDesk.Reach;
import org.itsmsuite.audit.web.AuditDesk.Written;

/** What the form of an engagement holds, new or to be changed. */
record EngagementForm(
    String account,
    String kind,
    String from,
    String until,
    List<String> practice,
    List<String> service,
    List<String> customer,
    String recordsFrom,
    String recordsUntil,
    String everything,
    String purpose,
    String reason) {

  static final EngagementForm EMPTY =
      new EngagementForm(null, null, null, null, null, null, null, null, null, null, null, null);

  EngagementForm {
    practice = practice == null ? List.of() : List.copyOf(practice);
    service = service == null ? List.of() : List.copyOf(service);
    customer = customer == null ? List.of() : List.copyOf(customer);
  }

  /** An engagement as its form shows it: moments as their days. */
  static EngagementForm of(EngagementBody one, ZoneId zone) {
    var scope = one.scope();
    return new EngagementForm(
        one.account(),
        one.kind(),
        day(one.from(), zone),
        day(one.until(), zone),
        List.copyOf(scope.practices()),
        List.copyOf(scope.services()),
        List.copyOf(scope.customers()),
        day(scope.recordsFrom(), zone),
        day(scope.recordsUntil(), zone),
        String.valueOf(scope.everything()),
        one.purpose(),
        null);
  }

  private static String day(Instant moment, ZoneId zone) {
    return moment == null ? null : moment.atZone(zone).toLocalDate().toString();
  }

  Written written() {
    return new Written(account, kind, from, until, reach(recordsFrom, recordsUntil), purpose);
  }

  /** A day that was not touched means the moment it stood for, not the beginning of the day. */
  Written changing(EngagementBody was, ZoneId zone) {
    EngagementForm shown = of(was, zone);
    var scope = was.scope();
    return new Written(
        null,
        null,
        moment(from, shown.from(), was.from()),
        moment(until, shown.until(), was.until()),
        reach(
            moment(recordsFrom, shown.recordsFrom(), scope.recordsFrom()),
            moment(recordsUntil, shown.recordsUntil(), scope.recordsUntil())),
        null);
  }

  private static String moment(String written, String shown, Instant was) {
    return written != null && written.equals(shown) ? was.toString() : written;
  }

  private Reach reach(String first, String end) {
    return new Reach(practice, service, customer, first, end, "true".equals(everything));
  }
}
