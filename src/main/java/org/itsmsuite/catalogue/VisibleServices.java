package org.itsmsuite.catalogue;

import java.util.List;
import java.util.Optional;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.springframework.stereotype.Component;

/** Which services a person may know of: those their customer receives, or all. */
@Component
public class VisibleServices {

  private static final String PERMISSION = "service.read";

  private final Catalogue catalogue;
  private final Access access;
  private final List<CatalogueScope> narrowed;

  public VisibleServices(Catalogue catalogue, Access access, List<CatalogueScope> narrowed) {
    this.catalogue = catalogue;
    this.access = access;
    this.narrowed = List.copyOf(narrowed);
  }

  /** In the catalogue's order; somebody's customer is the only one they see at a service. */
  public List<Service> to(Actor actor) {
    var scopes = access.scope(actor, PERMISSION);
    if (scopes.all()) {
      return catalogue.services().stream()
          .flatMap(service -> within(actor, service).stream())
          .toList();
    }
    return scopes.customer()
        ? catalogue.customerOf(actor.id()).map(this::received).orElse(List.of())
        : List.of();
  }

  private Optional<Service> within(Actor actor, Service service) {
    Optional<Service> left = Optional.of(service);
    for (CatalogueScope scope : narrowed) {
      left = left.flatMap(one -> scope.within(actor, one));
    }
    return left;
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
