package org.itsmsuite.identity.directory;

import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.refusal.Refusal;

/** Accounts in Keycloak: looked at here, made and changed there. */
class KeycloakAccounts implements Accounts {

  private final Directory directory;

  KeycloakAccounts(Directory directory) {
    this.directory = directory;
  }

  /** People log in at Keycloak; whatever is offered as a password here is not even looked at. */
  @Override
  public Login logIn(String name, String password) {
    return Login.REFUSED;
  }

  @Override
  public Set<String> groupsOf(String name) {
    return directory.groupsOf(name);
  }

  @Override
  public boolean exists(String name) {
    return directory.person(name).filter(Person::enabled).isPresent();
  }

  @Override
  public AccountPage membersOf(String group, int page, int size) {
    AccountPage.check(page, size);
    var members = directory.members(group, (long) page * size, size + 1);
    var names = members.stream().limit(size).filter(Person::enabled).map(Person::name).toList();
    return new AccountPage(names, page, size, members.size() > size);
  }

  @Override
  public Optional<String> emailOf(String name) {
    return directory.person(name).filter(Person::enabled).map(Person::email);
  }

  @Override
  public boolean hasAdministrator() {
    AccountPage administrators;
    int page = 0;
    do {
      administrators = membersOf(Groups.ADMINISTRATORS, page++, LARGEST_PAGE);
    } while (administrators.accounts().isEmpty() && administrators.more());
    return !administrators.accounts().isEmpty();
  }

  @Override
  public void createAdministrator(String name, String password) {
    throw Refusal.conflict(
        "identity.accounts-in-keycloak",
        "Accounts are kept in Keycloak. Put the account into the group "
            + Groups.ADMINISTRATORS
            + " there.");
  }
}
