package org.itsmsuite.configuration;

import java.util.List;

/**
 * What is affected when some items fail or are changed: the nearest first, each once on its
 * shortest way, and none of the items that were asked about. Retired items and relations that have
 * ended have no part in it.
 *
 * @param truncated whether there is more than the configured number of items
 */
public record ImpactTree(List<Affected> affected, boolean truncated) {

  public ImpactTree {
    affected = List.copyOf(affected);
  }

  /** Services among what is affected, the nearest first. */
  public List<Item> services() {
    return affected.stream().map(Affected::item).filter(Item::isService).toList();
  }
}
