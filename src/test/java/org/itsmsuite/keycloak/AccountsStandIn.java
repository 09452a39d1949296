package org.itsmsuite.keycloak;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.DemoAccount;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration
public class AccountsStandIn {
  @Bean
  Accounts accounts() {
    return new Accounts() {
      private Optional<DemoAccount> find(String name) {
        return DemoAccount.ALL.stream().filter(one -> one.name().equals(name)).findFirst();
      }

      public Login logIn(String name, String password) {
        return Login.REFUSED;
      }

      public Set<String> groupsOf(String name) {
        return find(name).map(one -> Set.copyOf(one.groups())).orElse(Set.of());
      }

      public boolean exists(String name) {
        return find(name).isPresent();
      }

      public AccountPage membersOf(String group, int page, int size) {
        return new AccountPage(List.of(), page, size, false);
      }

      public Optional<String> emailOf(String name) {
        return find(name).map(DemoAccount::email);
      }

      public boolean hasAdministrator() {
        return true;
      }

      public void createAdministrator(String name, String password) {}
    };
  }
}
