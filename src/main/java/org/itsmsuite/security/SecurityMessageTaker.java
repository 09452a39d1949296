package org.itsmsuite.security;

import java.util.Map;
import java.util.Optional;

/**
 * Another practice that takes up a message as it leaves a security incident (an interface of the
 * register), in the same transaction. What it makes of it is restricted too, if it tells of the
 * incident.
 */
@FunctionalInterface
public interface SecurityMessageTaker {

  /**
   * Takes the message up, if it is for this practice.
   *
   * @param message such as {@code security.controlChangeNeeded}
   * @param details what the person who caused it wrote, by field of the form
   * @return number of the record that was made of it, or empty if it is for somebody else
   */
  Optional<String> take(SecurityIncident from, String message, Map<String, String> details);
}
