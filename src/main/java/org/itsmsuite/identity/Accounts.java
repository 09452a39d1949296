package org.itsmsuite.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts people work with, kept by the suite itself or by an outside identity provider, and
 * the one place that knows who belongs to which group.
 *
 * <p>A provider that cannot be reached, and whose last answer is too old to stand for it, is told
 * as a {@link org.itsmsuite.refusal.Refusal} of kind {@code UNAVAILABLE}; an empty answer always
 * means that there is nobody and nothing.
 */
public interface Accounts {

  /** Most names on one page. */
  int LARGEST_PAGE = 500;

  /** What came of an attempt to log in. */
  enum Login {
    ACCEPTED,
    /** Unknown account or wrong password: the two look alike. */
    REFUSED
  }

  Login logIn(String name, String password);

  /**
   * Something that is another one after each change of the account's password, and after the
   * account was made anew; blank for one that is not there, and where passwords are kept elsewhere.
   */
  default String passwordMark(String name) {
    return "";
  }

  /** The groups of an account at this moment; empty for an unknown one, or one switched off. */
  Set<String> groupsOf(String name);

  /** Whether there is an account of exactly this name that can be worked with. */
  boolean exists(String name);

  /**
   * Who belongs to a group.
   *
   * @param group an unknown one has no members
   * @param page from 0
   * @param size from 1 to {@link #LARGEST_PAGE}
   * @throws IllegalArgumentException for a page or size that cannot be
   */
  AccountPage membersOf(String group, int page, int size);

  /**
   * Where an account's person reads mail: a blank text for an account without an address, empty if
   * there is no such account.
   */
  Optional<String> emailOf(String name);

  /**
   * The same of several accounts at once; those that do not exist are left out. Whoever was just
   * listed by {@link #membersOf} costs nothing with an outside provider, which told the addresses
   * then.
   */
  default Map<String, String> emailsOf(Collection<String> names) {
    Map<String, String> known = new LinkedHashMap<>();
    names.forEach(name -> emailOf(name).ifPresent(address -> known.put(name, address)));
    return known;
  }

  /** Whether anybody can administer the suite. */
  boolean hasAdministrator();

  /**
   * Creates an administrator, or makes an existing account of that name one and sets its password.
   */
  void createAdministrator(String name, String password);
}
