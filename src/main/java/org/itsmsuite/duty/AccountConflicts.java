package org.itsmsuite.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.itsmsuite.duty.Duty.Scope;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.Groups;

/**
 * Finds accounts that hold groups which exclude each other. The suite's own directory refuses them;
 * an outside one may not know of the rule, and groups may be older than it.
 */
public class AccountConflicts {

  private final DutyRegister register;
  private final Supplier<Accounts> accounts;
  private final Supplier<ConferredGroups> conferred;

  public AccountConflicts(
      DutyRegister register, Supplier<Accounts> accounts, Supplier<ConferredGroups> conferred) {
    this.register = register;
    this.accounts = accounts;
    this.conferred = conferred;
  }

  /** By line, then by name of the account. */
  public List<AccountConflict> find() {
    List<AccountConflict> found = new ArrayList<>();
    for (Duty duty : register.all()) {
      if (duty.scope() == Scope.ACCOUNT) {
        firstHolders(duty).forEach(account -> check(duty, account, found));
      }
    }
    return found;
  }

  private void check(Duty duty, String account, List<AccountConflict> found) {
    Set<String> groups = new TreeSet<>(accounts.get().groupsOf(account));
    groups.addAll(conferred.get().everGivenTo(account));
    if (duty.isBoth(groups)) {
      found.add(new AccountConflict(account, duty.id(), groups));
    }
  }

  private Set<String> firstHolders(Duty duty) {
    Set<String> holders = new TreeSet<>();
    for (String group : duty.firstGroups()) {
      if (Groups.isConferred(group)) {
        holders.addAll(conferred.get().everGiven(group));
      } else {
        addMembers(group, holders);
      }
    }
    return holders;
  }

  private void addMembers(String group, Set<String> holders) {
    AccountPage page;
    int number = 0;
    do {
      page = accounts.get().membersOf(group, number++, Accounts.LARGEST_PAGE);
      holders.addAll(page.accounts());
    } while (page.more());
  }
}
