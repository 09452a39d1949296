package org.itsmsuite.catalogue.web;

import java.util.List;
import java.util.Optional;
import org.itsmsuite.catalogue.CatalogueScope;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services as far as the person who asks may see them. */
@RestController
class ServicesController {

  private final VisibleServices visible;
  private final CurrentUser currentUser;
  private final List<CatalogueScope> scopes;

  ServicesController(
      VisibleServices visible, CurrentUser currentUser, List<CatalogueScope> scopes) {
    this.visible = visible;
    this.currentUser = currentUser;
    this.scopes = List.copyOf(scopes);
  }

  /**
   * Services in the catalogue's order; who else receives a service is not for a customer to know.
   */
  @GetMapping("/api/services")
  List<VisibleService> services() {
    Actor actor = currentUser.actor();
    return visible.to(actor).stream()
        .flatMap(service -> within(actor, service).stream())
        .map(
            service ->
                new VisibleService(
                    service.id(), service.name(), service.customers(), service.supportGroup()))
        .toList();
  }

  private Optional<Service> within(Actor actor, Service service) {
    Optional<Service> narrowed = Optional.of(service);
    for (CatalogueScope scope : scopes) {
      narrowed = narrowed.flatMap(one -> scope.within(actor, one));
    }
    return narrowed;
  }

  record VisibleService(String id, String name, List<String> customers, String supportGroup) {}
}
