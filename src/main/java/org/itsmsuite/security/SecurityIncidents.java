package org.itsmsuite.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.itsmsuite.calendar.WorkingTime;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentMessageTaker;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with security incidents, and how they come about. Record, process and ledger
 * change together or not at all. Who may use a verb is decided before it is called.
 */
@Transactional
public class SecurityIncidents implements IncidentMessageTaker {

  /** The group that works on security incidents. */
  public static final String TEAM = "security-team";

  /** The name of the practice among those of all records. */
  public static final String PRACTICE = "security-incident";

  private final SecurityStore store;
  private final SecurityFlow flow;
  private final Restrictions restrictions;
  private final Catalogue catalogue;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;
  private final SecurityNews news;

  public SecurityIncidents(
      SecurityStore store,
      SecurityFlow flow,
      Restrictions restrictions,
      Catalogue catalogue,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      SecurityNews news) {
    this.store = store;
    this.flow = flow;
    this.restrictions = restrictions;
    this.catalogue = catalogue;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
    this.news = news;
  }

  /**
   * An incident is suspected to be a matter of security (I-22): beside it a security incident
   * begins, in the same thread, unless one is open already. Who reported the incident is not named
   * on it.
   */
  @Override
  public Optional<String> take(Incident from, String message) {
    if (!SecurityMessages.SUSPECTED.equals(message)) {
      return Optional.empty();
    }
    var report = from.report();
    String number =
        openBeside(from)
            .map(SecurityIncident::number)
            .orElseGet(
                () ->
                    begin(
                        from.thread(),
                        from.openedAt(),
                        new SecurityReport(
                            report.title(),
                            report.description(),
                            report.service(),
                            report.customer(),
                            report.reporter()),
                        from.number()));
    store.addEvent(number, from.number(), time.instant());
    return Optional.of(number);
  }

  /** The one it is an event of already, or the one that caused the incident to be reported. */
  private Optional<SecurityIncident> openBeside(Incident incident) {
    return Stream.concat(
            store.having(incident.number()).stream(), store.inThread(incident.thread()).stream())
        .filter(one -> one.status() != SecurityStatus.CLOSED)
        .findFirst();
  }

  /**
   * Raises a security event without an incident.
   *
   * @throws Refusal {@code security.unknown-service}, {@code security.unknown-customer}, {@code
   *     security.reported-in-future}, {@code sla.date-out-of-range}
   */
  public SecurityIncident raise(NewSecurityIncident raised) {
    Service service =
        catalogue
            .service(raised.service())
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "security.unknown-service",
                        "service",
                        "There is no such service; choose one of the list."));
    if (raised.customer() != null && !service.customers().contains(raised.customer())) {
      throw Refusal.invalid(
          "security.unknown-customer",
          "customer",
          "The service " + service.id() + " is delivered to " + service.customers() + ".");
    }
    Instant now = time.instant();
    Instant reportedAt =
        raised.reportedAt() == null
            ? now
            : WorkingTime.requireInRange(raised.reportedAt(), "reportedAt");
    if (reportedAt.isAfter(now)) {
      throw Refusal.invalid(
          "security.reported-in-future", "reportedAt", "It cannot be later than now.");
    }
    return find(
        begin(
            UUID.randomUUID(),
            reportedAt,
            new SecurityReport(
                raised.title(),
                raised.description(),
                service.id(),
                raised.customer(),
                user.actor().id()),
            null));
  }

  /** Restricted before anything else is written or told. */
  private String begin(UUID thread, Instant reportedAt, SecurityReport report, String event) {
    var incident =
        SecurityIncident.raised(store.nextNumber(), thread, reportedAt, time.instant(), report);
    String number = incident.number();
    restrictions.restrict(number);
    restrictions.name(number, Concerned.group(TEAM));
    store.add(incident);
    ledger.write(incident.raised().with("incident", event));
    flow.start(number);
    news.raised(incident);
    return number;
  }

  /**
   * It is one more event of another security incident, which goes on alone (S-32).
   *
   * @throws Refusal {@code security.not-open}, {@code security.same-as-itself}, {@code
   *     security-incident.not-found}
   */
  public void groupUnder(String number, String other, String reason) {
    requireOther(store, number, other);
    SecurityIncident incident = open(number, "Grouping");
    ledger.write(
        incident.assessed(new Assessed(Finding.SAME_AS_ANOTHER, reason, other, null, false, null)));
    ledger.write(incident.found(Finding.SAME_AS_ANOTHER));
    store.save(incident);
    flow.send(number, SecurityMessages.GROUPED, Map.of());
  }

  /**
   * That the other one can take up an event. Both are locked in the order of their numbers, so that
   * two people who group them crosswise never wait for each other.
   */
  static void requireOther(SecurityStore store, String number, String other) {
    if (number.equals(other)) {
      throw Refusal.invalid(
          "security.same-as-itself", "number", number + " cannot be an event of itself.");
    }
    Stream.of(number, String.valueOf(other)).sorted().forEach(store::lock);
    store
        .find(String.valueOf(other))
        .orElseThrow(() -> Absent.of(PRACTICE, other))
        .requireOpen("adding an event");
  }

  /**
   * Something is known now that changes the assessment: what is being done stops, and the event is
   * assessed again.
   *
   * @throws Refusal {@code security.action-not-possible} before the first assessment and after
   *     containment
   */
  public void assessAgain(String number, String reason) {
    open(number, "Assessing again");
    flow.send(number, SecurityMessages.NEW_FINDINGS, Map.of("reason", reason));
  }

  private SecurityIncident open(String number, String verb) {
    SecurityIncident incident = existing(number);
    incident.requireOpen(verb);
    return incident;
  }

  private SecurityIncident existing(String number) {
    return store.lock(number).orElseThrow(() -> Absent.of(PRACTICE, number));
  }

  /**
   * @throws Refusal {@code security-incident.not-found}
   */
  @Transactional(readOnly = true)
  public SecurityIncident find(String number) {
    return store.find(number).orElseThrow(() -> Absent.of(PRACTICE, number));
  }

  @Transactional(readOnly = true)
  public Optional<SecurityIncident> lookUp(String number) {
    return store.find(number);
  }

  @Transactional(readOnly = true)
  public SecurityPage search(SecuritySearch search) {
    return store.search(search);
  }

  @Transactional(readOnly = true)
  public List<SecurityIncident> inThread(UUID thread) {
    return store.inThread(thread);
  }

  /** Records that are events of it: incidents, and security incidents grouped under it. */
  @Transactional(readOnly = true)
  public List<String> events(String number) {
    return store.events(number);
  }

  @Transactional(readOnly = true)
  public List<LeftMessage> messages(String number) {
    return store.messages(number);
  }
}
