package org.itsmsuite.configuration;

import java.util.List;
import java.util.Set;

/**
 * A kind of item.
 *
 * @param levels where such an item can stand; at least one
 * @param attributes names of further facts that can be recorded
 */
public record ItemType(String id, String name, Set<ItemLevel> levels, List<String> attributes) {

  public ItemType {
    levels = Set.copyOf(levels);
    attributes = List.copyOf(attributes);
  }
}
