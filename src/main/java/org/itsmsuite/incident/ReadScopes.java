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

  /** The incidents somebody may see. */
  public Scope of(Actor actor) {
    return scope(actor, access.scope(actor, "incident.read"));
  }

  /** The incidents somebody may use an action on, among those they may see. */
  public Scope acting(Actor actor, String action) {
    return scope(actor, access.scope(actor, "incident.act", action));
  }

  private Scope scope(Actor actor, Scopes scopes) {
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
