package org.itsmsuite.identity;

import java.util.List;

/**
 * One page of account names, in the order of the identity provider, which is that of the names.
 *
 * @param accounts may be fewer than the size asked for, even none, with more still to come:
 *     accounts that are switched off are left out
 * @param page from 0
 * @param size from 1 to {@link Accounts#LARGEST_PAGE}
 * @param more whether there is a next page
 */
public record AccountPage(List<String> accounts, int page, int size, boolean more) {

  public AccountPage {
    accounts = List.copyOf(accounts);
  }

  /**
   * @throws IllegalArgumentException for a page or size that cannot be
   */
  public static void check(int page, int size) {
    if (page < 0 || size < 1 || size > Accounts.LARGEST_PAGE) {
      throw new IllegalArgumentException("No such page: " + page + " of size " + size);
    }
  }
}
