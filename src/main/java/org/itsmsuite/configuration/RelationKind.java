package org.itsmsuite.configuration;

import java.util.Set;

/**
 * How one item hangs together with another.
 *
 * @param name as read from the first item, such as {@code depends on}
 * @param inverse as read from the second one, such as {@code is needed by}
 * @param suffers which end suffers when the other one fails or is changed
 * @param fromLevels levels that the first item may have
 * @param toLevels levels that the second one may have
 */
public record RelationKind(
    String id,
    String name,
    String inverse,
    Suffers suffers,
    Set<ItemLevel> fromLevels,
    Set<ItemLevel> toLevels) {

  /** The end that suffers. */
  public enum Suffers {
    FROM,
    TO,
    NOBODY
  }

  public RelationKind {
    fromLevels = Set.copyOf(fromLevels);
    toLevels = Set.copyOf(toLevels);
  }

  boolean carriesImpact() {
    return suffers != Suffers.NOBODY;
  }
}
