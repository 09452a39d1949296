package org.itsmsuite.catalogue.web;

import java.util.List;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services as far as the person who asks may see them. */
@RestController
class ServicesController {

  private final VisibleServices visible;
  private final CurrentUser currentUser;

  ServicesController(VisibleServices visible, CurrentUser currentUser) {
    this.visible = visible;
    this.currentUser = currentUser;
  }

  /**
   * Services in the catalogue's order; who else receives a service is not for a customer to know.
   */
  @GetMapping("/api/services")
  List<VisibleService> services() {
    return visible.to(currentUser.actor()).stream()
        .map(
            service ->
                new VisibleService(
                    service.id(), service.name(), service.customers(), service.supportGroup()))
        .toList();
  }

  record VisibleService(String id, String name, List<String> customers, String supportGroup) {}
}
