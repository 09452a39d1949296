package org.itsmsuite.incident;

import java.util.List;
import java.util.Optional;

/** Which incidents are handled as the same as another. */
final class Duplicates {

  private Duplicates() {}

  /** What an incident is a duplicate of at the moment. */
  static Optional<String> original(Incident incident) {
    return incident.assessment().mechanism() == Mechanism.DUPLICATE
        ? Optional.ofNullable(incident.assessment().duplicateOf())
        : Optional.empty();
  }

  /** Numbers of those that are duplicates of it at the moment. */
  static List<String> of(String number, IncidentStore store) {
    return store.links(number).stream()
        .filter(link -> link.type().equals(LinkType.HAS_DUPLICATE.name()))
        .map(IncidentStore.Link::number)
        .filter(
            other ->
                store.find(other).flatMap(Duplicates::original).filter(number::equals).isPresent())
        .toList();
  }
}
