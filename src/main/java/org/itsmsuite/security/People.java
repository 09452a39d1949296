package org.itsmsuite.security;

import java.util.Set;

/** Who belongs to which group, as far as the suite knows accounts. */
@FunctionalInterface
public interface People {

  /** Empty for an unknown account. */
  Set<String> groupsOf(String account);
}
