package org.itsmsuite.incident.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.ReadScopes;
import org.itsmsuite.incident.VisibleIncidents;
import org.itsmsuite.ledger.KnownEntries;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** Applies the access table to incidents: who sees which, who may do what. */
@Component
class IncidentAccess implements VisibleIncidents {

  private final Access access;
  private final CurrentUser user;
  private final ReadScopes scopes;
  private final Incidents incidents;
  private final Restrictions restrictions;
  private final VisibleServices services;

  IncidentAccess(
      Access access,
      CurrentUser user,
      ReadScopes scopes,
      Incidents incidents,
      Restrictions restrictions,
      VisibleServices services) {
    this.access = access;
    this.user = user;
    this.scopes = scopes;
    this.incidents = incidents;
    this.restrictions = restrictions;
    this.services = services;
  }

  Actor actor() {
    return user.actor();
  }

  boolean may(String permission) {
    return access.may(actor(), permission);
  }

  Scope scope() {
    return scopes.of(actor());
  }

  /** The incident, if the person may know of it; absent and hidden look the same. */
  Incident visible(String number) {
    return find(number).orElseThrow(() -> Absent.of("incident", number));
  }

  /**
   * What an earlier report came to. It may meanwhile be a matter that does not concern its
   * reporter; its number is not told then.
   */
  Incident repeated(String number) {
    return find(number).orElseThrow(() -> Absent.of("incident", null));
  }

  Optional<Incident> find(String number) {
    return incidents.lookUp(number).filter(this::mayKnow);
  }

  /** Whether only those whom it concerns know of it. */
  boolean isRestricted(String number) {
    return restrictions.isRestricted(number);
  }

  private boolean mayKnow(Incident incident) {
    return scope().covers(incident) && restrictions.mayKnow(actor(), incident.number());
  }

  /** Those of the incidents that the person may know of. */
  List<Incident> known(List<Incident> all) {
    Scope scope = scope();
    return restrictions.knownTo(
        actor(), all.stream().filter(scope::covers).toList(), Incident::number);
  }

  /** The record's links, without those to records that the person may not know of. */
  List<Link> links(Incident incident) {
    List<Link> links =
        restrictions.knownTo(actor(), incidents.links(incident.number()), Link::number);
    if (links.isEmpty() || scope().all()) {
      return links;
    }
    Set<String> seen =
        known(incidents.inThread(incident.thread())).stream()
            .map(Incident::number)
            .collect(Collectors.toSet());
    return links.stream()
        .filter(link -> !isIncident(link.number()) || seen.contains(link.number()))
        .toList();
  }

  /** Those of the numbers, of whatever practice, that the person may not know of. */
  Set<String> hidden(Collection<String> numbers) {
    Set<String> hidden = new HashSet<>(restrictions.hidden(actor(), numbers));
    if (!scope().all()) {
      numbers.stream()
          .filter(number -> isIncident(number) && find(number).isEmpty())
          .forEach(hidden::add);
    }
    return hidden;
  }

  /** Facts as the person may read them. */
  List<LedgerEntry> knownFacts(List<LedgerEntry> facts) {
    return KnownEntries.to(actor(), facts, restrictions, this::hidden);
  }

  private static boolean isIncident(String number) {
    return number.startsWith("INC-");
  }

  /**
   * Messages the record left for other practices; whether a record that the person may not know of
   * was made of one is not told.
   */
  List<LeftMessage> messages(String number) {
    List<LeftMessage> all = incidents.messages(number);
    Set<String> hidden =
        restrictions.hidden(
            actor(),
            all.stream().map(LeftMessage::takenUpAs).filter(Objects::nonNull).distinct().toList());
    return all.stream()
        .map(
            one ->
                one.takenUpAs() != null && hidden.contains(one.takenUpAs())
                    ? one.notTakenUp()
                    : one)
        .toList();
  }

  @Override
  public boolean isVisible(String number) {
    return find(number).isPresent();
  }

  /** What the person may know as nobody's assignee: who works on it is for the inside, and them. */
  String assignee(Incident incident) {
    String assignee = incident.assignment().assignee();
    return may("incident.internal") || actor().id().equals(assignee) ? assignee : null;
  }

  void requireReport(NewIncident reported) {
    requireReport(reported.requester(), reported.customer());
    // A service of other customers is answered like none.
    if (!services.include(actor(), reported.service())) {
      throw Incidents.unknownService(reported.service());
    }
  }

  void requireReport(String requester, String customer) {
    require("incident.report", "incident.report-not-allowed", "You may not report incidents.");
    if ((requester != null && !requester.equals(actor().id())) || customer != null) {
      require(
          "incident.report-for-others",
          "incident.report-for-others-not-allowed",
          "You may report for yourself only; leave requester and customer out.");
    }
  }

  private void require(String permission, String key, String detail) {
    if (!access.may(actor(), permission)) {
      throw Refusal.forbidden(key, detail);
    }
  }

  /** Whether the person may use the action at all, on whatever incident. */
  boolean mayAct(String action) {
    return access.may(actor(), "incident.act", action);
  }

  /** Whether the person may use the action on this incident, which they may see. */
  boolean mayAct(Incident incident, String action) {
    return scopes.acting(actor(), action).covers(incident);
  }

  void requireAct(String action) {
    require(mayAct(action), action);
  }

  void requireAct(Incident incident, String action) {
    require(mayAct(incident, action), action);
  }

  private static void require(boolean allowed, String action) {
    if (!allowed) {
      throw Refusal.forbidden(
          "incident.action-not-allowed", "You may not use the action " + action + " here.");
    }
  }
}
