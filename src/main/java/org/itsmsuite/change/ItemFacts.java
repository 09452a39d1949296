package org.itsmsuite.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is known of the items that a change touches. */
public interface ItemFacts {

  /**
   * An item that exists.
   *
   * @param type as the configuration names it, such as {@code server}
   * @param criticality {@code HIGH}, {@code MEDIUM} or {@code LOW}
   */
  record Touched(String id, String name, String type, String criticality) {}

  /** Those that exist, in the order they were asked for. */
  List<Touched> of(Collection<String> ids);

  /** Ids of the services that are among them, or depend on one of them, the nearest first. */
  List<String> services(Collection<String> ids);

  /** Everything that depends on them, with the way to it. */
  Ways ways(Collection<String> ids);

  /**
   * What depends on some items.
   *
   * @param paths by id, the ids on the shortest way from one of those items to this one, both
   *     included
   * @param truncated whether there is more than is looked at
   */
  record Ways(Map<String, List<String>> paths, boolean truncated) {

    /** Nothing depends on them. */
    public static final Ways NONE = new Ways(Map.of(), false);

    public Ways {
      paths = Map.copyOf(paths);
    }
  }

  /** Names of what depends on them, the nearest first, and not more than people read. */
  List<String> dependants(Collection<String> ids);
}
