package org.itsmsuite.identity;

import java.util.Set;

/** What the identity provider says of the person who acts, if they logged in there. */
@FunctionalInterface
public interface LogInClaims {

  /** Nobody logged in elsewhere. */
  LogInClaims NONE = claim -> Set.of();

  /**
   * A claim's values, as fresh as the token the provider gave last.
   *
   * @param claim one of {@link KeptClaims}; empty for any other
   */
  Set<String> values(String claim);
}
