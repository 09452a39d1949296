package org.itsmsuite.identity;

import java.util.Optional;
import java.util.Set;

/** The accounts the suite keeps itself, and the one place that knows who belongs to which group. */
public interface Accounts {

  /** What came of an attempt to log in. */
  enum Login {
    ACCEPTED,
    /** Unknown account or wrong password: the two look alike. */
    REFUSED
  }

  Login logIn(String name, String password);

  /** The groups of an account at this moment; empty for an unknown one. */
  Set<String> groupsOf(String name);

  /**
   * Where an account's person reads mail: a blank text for an account without an address, empty if
   * there is no such account.
   */
  Optional<String> emailOf(String name);

  /** Whether anybody can administer the suite. */
  boolean hasAdministrator();

  /**
   * Creates an administrator, or makes an existing account of that name one and sets its password.
   */
  void createAdministrator(String name, String password);
}
