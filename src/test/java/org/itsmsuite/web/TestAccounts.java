package org.itsmsuite.web;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** Accounts for tests, made as the suite makes its demo accounts: the password is the name. */
public final class TestAccounts {

  private TestAccounts() {}

  public static void create(IdentityService identity, String account, String... groups) {
    var user = identity.newUser(account);
    user.setLastName("Test");
    user.setPassword(account);
    ((IdentityServiceImpl) identity).saveUser(user, true);
    for (var group : groups) {
      identity.createMembership(account, group);
    }
  }
}
