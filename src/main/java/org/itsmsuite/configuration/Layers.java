package org.itsmsuite.configuration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A large map that is not changed, and few entries on top of it that count instead: so that a
 * change costs what it changes, not a copy of everything.
 */
final class Layers<V> {

  /** From here on a copy of everything is cheaper than looking twice. */
  private static final int TOP = 2_000;

  private final Map<String, V> base;
  private final Map<String, V> top;

  Layers() {
    this(Map.of(), Map.of());
  }

  private Layers(Map<String, V> base, Map<String, V> top) {
    this.base = base;
    this.top = top;
  }

  /** The value, or null. */
  V get(String key) {
    V value = top.get(key);
    return value == null ? base.get(key) : value;
  }

  Set<String> keys() {
    Set<String> keys = new HashSet<>(base.keySet());
    keys.addAll(top.keySet());
    return keys;
  }

  /** To be changed by {@link Map#put}, and given to {@link #with} then. */
  Map<String, V> copyOfTop() {
    return new HashMap<>(top);
  }

  /**
   * @param newTop belongs to the result from now on
   */
  Layers<V> with(Map<String, V> newTop) {
    if (newTop.size() <= TOP) {
      return new Layers<>(base, newTop);
    }
    if (base.isEmpty()) {
      return new Layers<>(newTop, Map.of());
    }
    Map<String, V> all = new HashMap<>(base);
    all.putAll(newTop);
    return new Layers<>(all, Map.of());
  }
}
