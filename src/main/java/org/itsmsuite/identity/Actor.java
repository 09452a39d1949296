package org.itsmsuite.identity;

import java.util.Set;

/**
 * Who acts: a person with the groups known for this call, or the suite itself.
 *
 * @param id the account's name; {@code system} for the suite
 * @param groups group ids as in the contract, such as {@code service-desk}
 */
public record Actor(String id, Set<String> groups) {

  public static final Actor SYSTEM = new Actor("system", Set.of());

  /** Somebody whom nobody has recognised: a person without groups, never the suite. */
  public static final Actor STRANGER = new Actor("anonymous", Set.of());

  /**
   * A person, whatever the account is called: one with a name of the suite's own is a stranger, and
   * can never pass for it.
   */
  public static Actor person(String account, Set<String> groups) {
    return ReservedNames.isReserved(account) ? STRANGER : new Actor(account, groups);
  }

  public Actor {
    groups = Set.copyOf(groups);
  }

  public boolean isPerson() {
    return !SYSTEM.id.equals(id);
  }

  public boolean isIn(String group) {
    return groups.contains(group);
  }
}
