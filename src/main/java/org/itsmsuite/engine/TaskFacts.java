package org.itsmsuite.engine;

import java.util.Map;

/**
 * Gives a task's form the facts of its record, which are not process variables. Names equal the
 * form's field keys; other names are ignored.
 */
public interface TaskFacts {

  /** Whether tasks of this process are about records this one knows. */
  boolean knows(String processKey);

  /**
   * Values are text, numbers, booleans or null; a list of texts, or of maps with {@code label} and
   * {@code value}, gives the options of a field whose {@code valuesKey} is that name. Nulls are not
   * shown. Asked when the form is opened and again when it is submitted.
   */
  Map<String, Object> of(String record, String taskKey);

  /**
   * The same where several tasks of one kind are open at once.
   *
   * @param task the engine's id of the task
   */
  default Map<String, Object> of(String record, String taskKey, String task) {
    return of(record, taskKey);
  }
}
