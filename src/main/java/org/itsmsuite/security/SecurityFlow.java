package org.itsmsuite.security;

import java.util.Map;
import org.itsmsuite.incident.Run;

/**
 * The process that carries a security incident, as far as the practice must know it. Joins the
 * caller's transaction.
 */
public interface SecurityFlow {

  /** Starts the process; the record's number becomes its business key. */
  void start(String number);

  /**
   * Hands a message to the process of a record.
   *
   * @throws org.itsmsuite.refusal.Refusal {@code security.action-not-possible} if the process does
   *     not wait for it now
   */
  void send(String number, String message, Map<String, Object> payload);

  /** Offers the open review, if there is one, to a person who was named. */
  void offerReview(Run run, String account);
}
