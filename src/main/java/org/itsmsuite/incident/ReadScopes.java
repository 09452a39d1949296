package org.itsmsuite.incident;

import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.Scopes;
import org.itsmsuite.incident.IncidentSearch.Scope;

/** Whose incidents a person may see, as the access table says. */
public class ReadScopes {

  private final Access access;
  private final Catalogue catalogue;

  public ReadScopes(Access access, Catalogue catalogue) {
    this.access = access;
    this.catalogue = catalogue;
  }

  public Scope of(Actor actor) {
    Scopes scopes = access.scope(actor, "incident.read");
    if (scopes.all()) {
      return Scope.allFor(actor);
    }
    Optional<Customer> customer = catalogue.customerOf(actor.id());
    return new Scope(
        actor,
        false,
        scopes.own() ? actor.id() : null,
        scopes.customer() ? customer.map(Customer::id).orElse(null) : null,
        scopes.group() ? actor.groups() : Set.of());
  }
}
