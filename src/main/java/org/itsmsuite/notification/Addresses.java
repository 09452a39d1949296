package org.itsmsuite.notification;

import java.util.Optional;

/** Where people and groups receive mail. */
public interface Addresses {

  /**
   * The address of an account; blank if it has none, empty if there is no such account.
   *
   * @throws org.itsmsuite.refusal.Refusal of kind {@code UNAVAILABLE} if nobody can say now
   */
  Optional<String> ofUser(String account);

  /** The mailbox of a group; empty if it has none or is unknown. */
  Optional<String> ofGroup(String group);
}
