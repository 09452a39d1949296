package org.itsmsuite.identity;

import java.util.Set;

/**
 * Changes what an account counts for at this moment beyond the groups it is stored in, such as an
 * auditor's engagement, which begins and ends by date. Asked with every request, so it asks the
 * database only for accounts that it may concern.
 */
public interface ConferredGroups {

  /** Every account counts for what it is stored in. */
  ConferredGroups NONE =
      new ConferredGroups() {
        @Override
        public Set<String> inForce(String account, Set<String> stored) {
          return stored;
        }

        @Override
        public Set<String> everGivenTo(String account) {
          return Set.of();
        }

        @Override
        public Set<String> everGiven(String group) {
          return Set.of();
        }
      };

  /**
   * The groups whose rights the account has now, in the place of those it is stored in.
   *
   * @param stored as the directory has them
   */
  Set<String> inForce(String account, Set<String> stored);

  /** Groups that the account is, was or will be given otherwise than by membership. */
  Set<String> everGivenTo(String account);

  /** Accounts that are, were or will be given this group otherwise than by membership. */
  Set<String> everGiven(String group);
}
