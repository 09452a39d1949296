package org.itsmsuite.incident.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.incident.ReadScopes;
import org.itsmsuite.incident.VisibleIncidents;
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

  IncidentAccess(
      Access access,
      CurrentUser user,
      ReadScopes scopes,
      Incidents incidents,
      Restrictions restrictions) {
    this.access = access;
    this.user = user;
    this.scopes = scopes;
    this.incidents = incidents;
    this.restrictions = restrictions;
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
  List<Link> links(String number) {
    return restrictions.knownTo(actor(), incidents.links(number), Link::number);
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

  boolean mayAct(String action) {
    return access.may(actor(), "incident.act", action);
  }

  void requireAct(String action) {
    if (!mayAct(action)) {
      throw Refusal.forbidden(
          "incident.action-not-allowed", "You may not use the action " + action + " here.");
    }
  }
}
