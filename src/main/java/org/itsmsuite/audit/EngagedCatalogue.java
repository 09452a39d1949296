package org.itsmsuite.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.CatalogueScope;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.Groups;

/** An auditor within an engagement sees the services and customers it names. */
class EngagedCatalogue implements CatalogueScope {

  private final Standings standings;

  EngagedCatalogue(Standings standings) {
    this.standings = standings;
  }

  @Override
  public Optional<Service> within(Actor actor, Service service) {
    if (!actor.isIn(Groups.ENGAGED_AUDITORS)) {
      return Optional.of(service);
    }
    List<AuditScope> scopes =
        standings.of(actor.id(), Set.of()).engagements().stream()
            .map(Engagement::scope)
            .filter(one -> one.services().isEmpty() || one.services().contains(service.id()))
            .toList();
    List<String> customers =
        service.customers().stream()
            .filter(
                customer ->
                    scopes.stream()
                        .anyMatch(
                            one -> one.customers().isEmpty() || one.customers().contains(customer)))
            .toList();
    return customers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Service(service.id(), service.name(), customers, service.supportGroup()));
  }
}
