package org.itsmsuite.engine;

import java.util.Map;

/**
 * Gives a task's form the facts of its record, which are not process variables. Names equal the
 * form's field keys.
 */
public interface TaskFacts {

  /** Whether tasks of this process are about records this one knows. */
  boolean knows(String processKey);

  /** Values are text, numbers, booleans or null. */
  Map<String, Object> of(String record, String taskKey);
}
