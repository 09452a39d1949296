package org.itsmsuite.catalogue;

import java.util.List;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.springframework.stereotype.Component;

/** Which services a person may know of: those their customer receives, or all. */
@Component
public class VisibleServices {

  private static final String PERMISSION = "service.read";

  private final Catalogue catalogue;
  private final Access access;

  public VisibleServices(Catalogue catalogue, Access access) {
    this.catalogue = catalogue;
    this.access = access;
  }

  /** In the catalogue's order; somebody's customer is the only one they see at a service. */
  public List<Service> to(Actor actor) {
    var scopes = access.scope(actor, PERMISSION);
    if (scopes.all()) {
      return catalogue.services();
    }
    return scopes.customer()
        ? catalogue.customerOf(actor.id()).map(this::received).orElse(List.of())
        : List.of();
  }

  public boolean include(Actor actor, String service) {
    return to(actor).stream().anyMatch(one -> one.id().equals(service));
  }

  private List<Service> received(Customer customer) {
    return catalogue.services().stream()
        .filter(service -> service.customers().contains(customer.id()))
        .map(
            service ->
                new Service(
                    service.id(), service.name(), List.of(customer.id()), service.supportGroup()))
        .toList();
  }
}
