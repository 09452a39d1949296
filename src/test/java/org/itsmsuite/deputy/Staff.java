package org.itsmsuite.deputy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;

/** People with their groups, kept in memory. */
class Staff implements Accounts {

  private final Map<String, Set<String>> groups = new LinkedHashMap<>();

  Staff with(String account, String... of) {
    groups.put(account, Set.of(of));
    return this;
  }

  void goes(String account) {
    groups.remove(account);
  }

  @Override
  public Login logIn(String name, String password) {
    return Login.REFUSED;
  }

  @Override
  public Set<String> groupsOf(String name) {
    return groups.getOrDefault(name, Set.of());
  }

  @Override
  public boolean exists(String name) {
    return groups.containsKey(name);
  }

  @Override
  public AccountPage membersOf(String group, int page, int size) {
    List<String> members =
        groups.keySet().stream().filter(one -> groupsOf(one).contains(group)).toList();
    return new AccountPage(page == 0 ? members : List.of(), page, size, false);
  }

  @Override
  public Optional<String> emailOf(String name) {
    return exists(name) ? Optional.of("") : Optional.empty();
  }

  @Override
  public boolean hasAdministrator() {
    return false;
  }

  @Override
  public void createAdministrator(String name, String password) {
    with(name, "camunda-admin");
  }
}
