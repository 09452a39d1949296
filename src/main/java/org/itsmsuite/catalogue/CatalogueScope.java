package org.itsmsuite.catalogue;

import java.util.Optional;
import org.itsmsuite.identity.Actor;

/** Narrows what somebody may see of the catalogue, such as an auditor within an engagement. */
@FunctionalInterface
public interface CatalogueScope {

  /** The service with those customers that the actor may know of; empty if not even the service. */
  Optional<Service> within(Actor actor, Service service);
}
