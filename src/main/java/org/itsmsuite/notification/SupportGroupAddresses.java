package org.itsmsuite.notification;

import java.util.Optional;
import java.util.function.Function;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;

/** Mailboxes of groups as the support groups name them; accounts are looked up elsewhere. */
public class SupportGroupAddresses implements Addresses {

  private final SupportGroups groups;
  private final Function<String, Optional<String>> users;

  /**
   * @param users gives the address of an account, as {@link #ofUser} does
   */
  public SupportGroupAddresses(SupportGroups groups, Function<String, Optional<String>> users) {
    this.groups = groups;
    this.users = users;
  }

  @Override
  public Optional<String> ofUser(String account) {
    return users.apply(account);
  }

  @Override
  public Optional<String> ofGroup(String group) {
    return groups.find(group).map(SupportGroup::email);
  }
}
