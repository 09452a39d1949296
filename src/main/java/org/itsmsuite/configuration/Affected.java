package org.itsmsuite.configuration;

import java.util.List;

/**
 * An item that suffers when another one does.
 *
 * @param depth steps between them; at least 1
 * @param path ids on the shortest way, from the item that was asked about to this one, both
 *     included
 */
public record Affected(Item item, int depth, List<String> path) {

  public Affected {
    path = List.copyOf(path);
  }
}
