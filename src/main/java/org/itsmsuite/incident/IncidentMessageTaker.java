package org.itsmsuite.incident;

import java.util.Optional;

/**
 * Another practice that takes up a message as it leaves an incident (an interface of the register),
 * in the same transaction.
 */
@FunctionalInterface
public interface IncidentMessageTaker {

  /**
   * Takes the message up, if it is for this practice.
   *
   * @param message such as {@code incident.securitySuspected}
   * @return number of the record that was made of it, or empty if it is for somebody else
   */
  Optional<String> take(Incident from, String message);
}
