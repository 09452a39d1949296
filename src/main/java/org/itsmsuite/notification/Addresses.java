package org.itsmsuite.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where people and groups receive mail. */
public interface Addresses {

  /**
   * The addresses of accounts, all asked for at once: an account without an address has a blank
   * one, one that does not exist is left out.
   *
   * @throws org.itsmsuite.refusal.Refusal of kind {@code UNAVAILABLE} if nobody can say now
   */
  Map<String, String> ofUsers(Collection<String> accounts);

  /** The mailbox of a group; empty if it has none or is unknown. */
  Optional<String> ofGroup(String group);
}
