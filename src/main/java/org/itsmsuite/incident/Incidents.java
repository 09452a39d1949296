package org.itsmsuite.incident;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with incidents. Each verb checks what can be checked before the process moves, and
 * hands the rest to the process; record, process and ledger change together or not at all. Who may
 * use a verb is decided before it is called.
 */
@Transactional
public class Incidents {

  private final IncidentStore store;
  private final IncidentFlow flow;
  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;
  private final IncidentNews news;
  private final FamilySteps families;
  private final BiConsumer<String, String> suspect;

  /**
   * @param suspect restricts an incident that is not handled any more, and has it looked at as a
   *     matter of security; takes its number and the reason
   */
  public Incidents(
      IncidentStore store,
      IncidentFlow flow,
      Catalogue catalogue,
      SupportGroups groups,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      IncidentNews news,
      FamilySteps families,
      BiConsumer<String, String> suspect) {
    this.store = store;
    this.flow = flow;
    this.catalogue = catalogue;
    this.groups = groups;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
    this.news = news;
    this.families = families;
    this.suspect = suspect;
  }

  /**
   * Reports an incident: the record appears and its process runs up to the first task.
   *
   * @throws Refusal {@code incident.unknown-service}, {@code incident.unknown-customer}, {@code
   *     incident.not-your-service}
   */
  public Incident report(NewIncident reported) {
    return report(reported, UUID.randomUUID());
  }

  /**
   * As {@link #report(NewIncident)}, within a thread that is there already: one more mechanism for
   * the same event.
   */
  public Incident report(NewIncident reported, UUID thread) {
    Service service =
        catalogue.service(reported.service()).orElseThrow(() -> unknownService(reported.service()));
    String requester = reported.requester() == null ? user.actor().id() : reported.requester();
    String customer = customer(reported, service, requester);
    var incident =
        Incident.reported(
            store.nextNumber(),
            thread,
            time.instant(),
            new Report(
                reported.title(),
                reported.description(),
                service.id(),
                customer,
                reported.configurationItem(),
                reported.kind(),
                reported.channel(),
                requester,
                user.actor().id(),
                reported.security()),
            Assessment.reported(reported.category(), reported.impact(), reported.urgency()));
    store.add(incident);
    ledger.write(incident.reported());
    flow.start(incident.number());
    Incident started = find(incident.number());
    news.tell(started, "incident-received", started.number());
    return started;
  }

  /** The answer for a service that does not exist, or that the person may not know of. */
  public static Refusal unknownService(String service) {
    return Refusal.invalid(
        "incident.unknown-service",
        "service",
        "There is no service " + quoted(service) + " among those you may choose.");
  }

  private String customer(NewIncident reported, Service service, String requester) {
    if (reported.customer() != null) {
      catalogue
          .customer(reported.customer())
          .orElseThrow(
              () ->
                  Refusal.invalid(
                      "incident.unknown-customer",
                      "customer",
                      "There is no customer " + quoted(reported.customer()) + "."));
      return receiving(service, reported.customer());
    }
    return catalogue
        .customerOf(requester)
        .map(own -> receiving(service, own.id()))
        .orElseGet(() -> service.customers().get(0));
  }

  private static String receiving(Service service, String customer) {
    if (!service.customers().contains(customer)) {
      throw Refusal.invalid(
          "incident.not-your-service",
          "service",
          "The service "
              + quoted(service.id())
              + " is not delivered to the customer "
              + quoted(customer)
              + ".");
    }
    return customer;
  }

  /**
   * Judges impact and urgency anew; the released table turns them into a priority, and the clocks
   * follow.
   *
   * @param reason why; needed when a priority is lowered late
   */
  public void setPriority(String number, Impact impact, Urgency urgency, String reason) {
    Incident incident = open(number, "Setting the priority");
    ledger.write(incident.judged(impact, urgency, reason));
    store.save(incident);
    flow.send(
        number,
        IncidentMessages.PRIORITY_CHANGED,
        reason == null ? Map.of() : Map.of("reason", reason));
  }

  /** Lets the incident wait; a wait for somebody else ends first. */
  public void startWaiting(String number, WaitingReason reason) {
    Incident incident = open(number, "Waiting");
    if (incident.waiting() != null) {
      if (incident.waiting().reason() == reason) {
        throw Refusal.conflict(
            "incident.already-waiting", number + " already waits for the " + reason + ".");
      }
      flow.send(number, IncidentMessages.RESUMED, Map.of());
    }
    flow.send(number, IncidentMessages.WAITING_STARTED, Map.of("waitingFor", reason.name()));
  }

  public void resume(String number) {
    if (open(number, "Resuming").waiting() == null) {
      throw Refusal.conflict("incident.not-waiting", number + " does not wait for anybody.");
    }
    flow.send(number, IncidentMessages.RESUMED, Map.of());
  }

  /**
   * Gives the incident to another group.
   *
   * @throws Refusal {@code incident.unknown-group}, {@code incident.same-group}
   */
  public void handOver(String number, String group, String reason) {
    if (group == null || groups.find(group).isEmpty()) {
      throw Refusal.invalid(
          "incident.unknown-group", "group", "There is no support group " + quoted(group) + ".");
    }
    if (group.equals(open(number, "Handing over").assignment().group())) {
      throw Refusal.conflict("incident.same-group", number + " is with " + group + " already.");
    }
    flow.send(
        number,
        IncidentMessages.HANDED_OVER,
        reason == null
            ? Map.of("handOverTo", group)
            : Map.of("handOverTo", group, "reason", reason));
  }

  /**
   * Handles it as something else from now on; number, times and thread stay (S-56). A request or
   * duplicate ends the work here and frees its children, a security incident runs beside it,
   * whatever this one is at, and what was passed on by mistake comes back as an incident as long as
   * it can be reopened.
   *
   * @param duplicateOf number of the other incident; only with {@link Mechanism#DUPLICATE}
   * @throws Refusal {@code incident.same-mechanism}, and what the duplicate is refused for
   */
  public void reclassify(String number, Mechanism as, String duplicateOf, String reason) {
    families.holdWithChildren(number);
    Incident incident = existing(number);
    boolean isNow =
        as == Mechanism.SECURITY_INCIDENT
            ? incident.assessment().security()
            : as == incident.assessment().mechanism();
    if (isNow) {
      throw Refusal.conflict(
          "incident.same-mechanism", number + " is handled as " + as + " already.");
    }
    switch (as) {
      case INCIDENT -> reopen(number, reason);
      case SECURITY_INCIDENT -> {
        if (!flow.tell(number, IncidentMessages.PROMOTED_TO_SECURITY, Map.of("reason", reason))) {
          suspect.accept(number, reason);
        }
      }
      default -> {
        incident.requireOpen("Reclassifying");
        Map<String, Object> found = new HashMap<>();
        found.put("mechanism", as.name());
        found.put("duplicateOf", duplicateOf);
        found.put("reason", reason);
        flow.send(number, IncidentMessages.RECLASSIFIED, found);
      }
    }
  }

  /** It was nothing, or is not wanted any more; its children become free. */
  public void cancel(String number, String reason) {
    families.holdWithChildren(number);
    open(number, "Cancelling");
    flow.send(number, IncidentMessages.CANCELLED, Map.of("reason", reason));
  }

  /**
   * The requester says that it works again.
   *
   * @throws Refusal {@code incident.not-resolved}, {@code duties.conflict}
   */
  public void confirm(String number) {
    Incident incident = existing(number);
    if (incident.status() != Status.RESOLVED) {
      throw Refusal.conflict(
          "incident.not-resolved", number + " is not waiting for a confirmation.");
    }
    if (!flow.answerConfirmation(number, true, null)) {
      throw Refusal.conflict("incident.action-not-possible", number + " has no open confirmation.");
    }
  }

  /**
   * It does not work after all: while the confirmation is open, while a confirmed parent waits for
   * its children, which are left as they are, or within the time limit after closing.
   */
  public void reopen(String number, String reason) {
    switch (existing(number).status()) {
      case RESOLVED -> {
        if (!flow.answerConfirmation(number, false, reason)) {
          flow.send(number, IncidentMessages.REOPENED, Map.of("reason", reason));
        }
      }
      case CLOSED -> flow.send(number, IncidentMessages.REOPENED, Map.of("reason", reason));
      default ->
          throw Refusal.conflict(
              "incident.not-resolved", number + " is neither resolved nor closed.");
    }
  }

  private Incident open(String number, String verb) {
    Incident incident = existing(number);
    incident.requireOpen(verb);
    return incident;
  }

  private Incident existing(String number) {
    return store.lock(number).orElseThrow(() -> unknown(number));
  }

  /**
   * @throws Refusal {@code incident.unknown}
   */
  @Transactional(readOnly = true)
  public Incident find(String number) {
    return store.find(number).orElseThrow(() -> unknown(number));
  }

  private static Refusal unknown(String number) {
    return Refusal.notFound("incident.unknown", "There is no incident " + quoted(number) + ".");
  }

  @Transactional(readOnly = true)
  public Optional<Incident> lookUp(String number) {
    return store.find(number);
  }

  @Transactional(readOnly = true)
  public IncidentPage search(IncidentSearch search) {
    return store.search(search);
  }

  /** Priorities that occur among the records the person who asks may know of, in order. */
  @Transactional(readOnly = true)
  public List<String> priorities() {
    return store.priorities(user.actor());
  }

  @Transactional(readOnly = true)
  public List<Incident> inThread(UUID thread) {
    return store.inThread(thread, user.actor());
  }

  @Transactional(readOnly = true)
  public List<LeftMessage> messages(String number) {
    return store.messages(number);
  }

  @Transactional(readOnly = true)
  public List<IncidentStore.Link> links(String number) {
    return store.links(number);
  }

  private static String quoted(String text) {
    return text == null
        ? "(none)"
        : "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
  }
}
