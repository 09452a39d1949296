package org.itsmsuite.catalogue.web;

import java.util.List;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
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

  ServicesController(Catalogue catalogue, CurrentUser currentUser) {
    this.catalogue = catalogue;
    this.currentUser = currentUser;
  }

  /** Services in the catalogue's order. */
  @GetMapping("/api/services")
  List<VisibleService> services() {
    Actor actor = currentUser.actor();
    String customer = catalogue.customerOf(actor.id()).map(Customer::id).orElse(null);
    return catalogue.services().stream()
        .filter(service -> isStaff(actor) || service.customers().contains(customer))
        .map(service -> VisibleService.of(service, isStaff(actor) ? null : customer))
        .toList();
  }

  private static boolean isStaff(Actor actor) {
    return actor.groups().stream().anyMatch(group -> !OUTSIDERS.contains(group));
  }

  record VisibleService(String id, String name, List<String> customers, String supportGroup) {

    /**
     * @param onlyCustomer whose account asks; other customers' names are not theirs to know. Null
     *     for staff
     */
    static VisibleService of(Service service, String onlyCustomer) {
      return new VisibleService(
          service.id(),
          service.name(),
          onlyCustomer == null ? service.customers() : List.of(onlyCustomer),
          service.supportGroup());
    }
  }
}
