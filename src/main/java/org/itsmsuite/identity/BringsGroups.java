package org.itsmsuite.identity;

import java.util.Set;

/**
 * Who logged in elsewhere, with the groups that the identity provider told of them: they count for
 * this person, and {@link Accounts} is not asked.
 */
public interface BringsGroups {

  /** Group ids as in the contract; as fresh as what the provider gave last. */
  Set<String> groups();

  /** Values of one of {@link KeptClaims}, as fresh; empty if the provider says nothing of it. */
  default Set<String> claim(String name) {
    return Set.of();
  }
}
