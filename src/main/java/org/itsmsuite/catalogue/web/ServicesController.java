package org.itsmsuite.catalogue.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.CatalogueScope;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff see every service, an account of a customer the ones this customer receives. */
@RestController
class ServicesController {

  private static final Set<String> OUTSIDERS =
      Set.of("customers", "customer-contacts", "suppliers");

  private final Catalogue catalogue;
  private final CurrentUser currentUser;
  private final List<CatalogueScope> scopes;

  ServicesController(Catalogue catalogue, CurrentUser currentUser, List<CatalogueScope> scopes) {
    this.catalogue = catalogue;
    this.currentUser = currentUser;
    this.scopes = List.copyOf(scopes);
  }

  /** Services in the catalogue's order. */
  @GetMapping("/api/services")
  List<VisibleService> services() {
    Actor actor = currentUser.actor();
    return isStaff(actor)
        ? catalogue.services().stream()
            .flatMap(service -> within(actor, service).stream())
            .map(ServicesController::whole)
            .toList()
        : catalogue.customerOf(actor.id()).map(this::received).orElse(List.of());
  }

  private Optional<Service> within(Actor actor, Service service) {
    Optional<Service> narrowed = Optional.of(service);
    for (CatalogueScope scope : scopes) {
      narrowed = narrowed.flatMap(one -> scope.within(actor, one));
    }
    return narrowed;
  }

  private static boolean isStaff(Actor actor) {
    return actor.groups().stream().anyMatch(group -> !OUTSIDERS.contains(group));
  }

  private static VisibleService whole(Service service) {
    return new VisibleService(
        service.id(), service.name(), service.customers(), service.supportGroup());
  }

  /** Who else receives a service is not for a customer to know. */
  private List<VisibleService> received(Customer customer) {
    return catalogue.services().stream()
        .filter(service -> service.customers().contains(customer.id()))
        .map(
            service ->
                new VisibleService(
                    service.id(), service.name(), List.of(customer.id()), service.supportGroup()))
        .toList();
  }

  record VisibleService(String id, String name, List<String> customers, String supportGroup) {}
}
