package org.itsmsuite.change;

import java.util.Map;

/** What a slice of the practice adds to the facts that the forms of a change show. */
@FunctionalInterface
public interface MoreFacts {

  /** The variable of tasks that are several alike, each about one part. */
  String PART = "step";

  /** By the keys of the forms' fields; see {@link org.itsmsuite.engine.TaskFacts}. */
  Map<String, Object> of(Change change);

  /**
   * The same, of what a task is about that is one of several alike.
   *
   * @param part as the model names it
   */
  default Map<String, Object> of(Change change, String part) {
    return Map.of();
  }
}
