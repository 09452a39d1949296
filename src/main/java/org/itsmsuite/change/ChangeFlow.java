package org.itsmsuite.change;

import java.util.Map;

/**
 * The process that carries a change, as far as the practice must know it. Joins the caller's
 * transaction.
 */
public interface ChangeFlow {

  /** Starts the process; the record's number becomes its business key. */
  void start(String number);

  /**
   * Hands a message to the process of a record, or to a part that it has called.
   *
   * @param payload seen by the next steps of this transaction only
   * @throws org.itsmsuite.refusal.Refusal {@code change.action-not-possible} if the process does
   *     not wait for it now
   */
  void send(String number, String message, Map<String, Object> payload);

  /**
   * Hands a message to the process of a record, or to parts that it has called, if they wait for
   * it.
   *
   * @return false if none does; nothing has happened then
   */
  default boolean tell(String number, String message) {
    return tell(number, message, Map.of());
  }

  /** As {@link #tell(String, String)}. */
  boolean tell(String number, String message, Map<String, Object> payload);
}
