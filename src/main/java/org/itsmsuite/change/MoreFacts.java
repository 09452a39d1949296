package org.itsmsuite.change;

import java.util.Map;

/** What a slice of the practice adds to the facts that the forms of a change show. */
@FunctionalInterface
public interface MoreFacts {

  /** By the keys of the forms' fields; see {@link org.itsmsuite.engine.TaskFacts}. */
  Map<String, Object> of(Change change);
}
