package org.itsmsuite.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;

/** Only the services of the catalogue: what a change can touch where nobody keeps items. */
public class CatalogueItems implements ItemFacts {

  private final Catalogue catalogue;

  public CatalogueItems(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Touched> of(Collection<String> ids) {
    return ids.stream()
        .map(catalogue::service)
        .flatMap(Optional::stream)
        .map(one -> new Touched(one.id(), one.name(), "service", "MEDIUM"))
        .toList();
  }

  @Override
  public List<String> services(Collection<String> ids) {
    return ids.stream().map(catalogue::service).flatMap(Optional::stream).map(Service::id).toList();
  }

  @Override
  public Ways ways(Collection<String> ids) {
    return Ways.NONE;
  }

  @Override
  public List<String> dependants(Collection<String> ids) {
    return List.of();
  }
}
