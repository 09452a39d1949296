package org.itsmsuite.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;

/** Mailboxes of groups as the support groups name them; accounts are looked up elsewhere. */
public class SupportGroupAddresses implements Addresses {

  private final SupportGroups groups;
  private final Function<Collection<String>, Map<String, String>> users;

  /**
   * @param users gives the addresses of accounts, as {@link #ofUsers} does
   */
  public SupportGroupAddresses(
      SupportGroups groups, Function<Collection<String>, Map<String, String>> users) {
    this.groups = groups;
    this.users = users;
  }

  @Override
  public Map<String, String> ofUsers(Collection<String> accounts) {
    return accounts.isEmpty() ? Map.of() : users.apply(accounts);
  }

  @Override
  public Optional<String> ofGroup(String group) {
    return groups.find(group).map(SupportGroup::email);
  }
}
