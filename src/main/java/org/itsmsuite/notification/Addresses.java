package org.itsmsuite.notification;

import java.util.Optional;

/** Where people and groups receive mail. */
public interface Addresses {

  /** The address of an account; empty if it has none or is unknown. */
  Optional<String> ofUser(String account);

  /** The mailbox of a group; empty if it has none or is unknown. */
  Optional<String> ofGroup(String group);
}
