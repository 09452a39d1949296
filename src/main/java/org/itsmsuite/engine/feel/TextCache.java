package org.itsmsuite.engine.feel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was made of a text, kept by the text. Texts come from released models, so they are few; the
 * limit only keeps a fault elsewhere from filling the memory.
 */
class TextCache<T> {

  private static final int LIMIT = 20_000;

  private final Map<String, T> made = new ConcurrentHashMap<>();
  private final Function<String, T> make;

  TextCache(Function<String, T> make) {
    this.make = make;
  }

  T get(String text) {
    T known = made.get(text);
    if (known != null) {
      return known;
    }
    T fresh = make.apply(text);
    if (made.size() < LIMIT) {
      made.put(text, fresh);
    }
    return fresh;
  }
}
