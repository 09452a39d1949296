package org.itsmsuite.incident.web;

import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Scopes;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.VisibleIncidents;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Applies the access table to incidents: who sees which, who may do what. */
@Component
class IncidentAccess implements VisibleIncidents {

  private final Access access;
  private final CurrentUser user;
  private final Catalogue catalogue;
  private final Incidents incidents;

  IncidentAccess(Access access, CurrentUser user, Catalogue catalogue, Incidents incidents) {
    this.access = access;
    this.user = user;
    this.catalogue = catalogue;
    this.incidents = incidents;
  }

  Actor actor() {
    return user.actor();
  }

  boolean may(String permission) {
    return access.may(actor(), permission);
  }

  Scope scope() {
    Actor actor = actor();
    Scopes scopes = access.scope(actor, "incident.read");
    if (scopes.all()) {
      return Scope.ALL;
    }
    Optional<Customer> customer = catalogue.customerOf(actor.id());
    return new Scope(
        false,
        scopes.own() ? actor.id() : null,
        scopes.customer() ? customer.map(Customer::id).orElse(null) : null,
        scopes.group() ? actor.groups() : Set.of());
  }

  /** The incident, if the person may know of it; absent and hidden look the same. */
  Incident visible(String number) {
    return find(number).orElseThrow(() -> Absent.of("incident", number));
  }

  Optional<Incident> find(String number) {
    return incidents.lookUp(number).filter(scope()::covers);
  }

  @Override
  public boolean isVisible(String number) {
    return incidents.lookUp(number).filter(scope()::covers).isPresent();
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
