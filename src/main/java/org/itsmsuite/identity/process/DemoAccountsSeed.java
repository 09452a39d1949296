package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.itsmsuite.identity.DemoAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates the demo accounts, and takes those back whose password everybody still knows. */
@Component
@Profile("!keycloak")
class DemoAccountsSeed {

  private static final Logger LOG = LoggerFactory.getLogger(DemoAccountsSeed.class);

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;

  DemoAccountsSeed(IdentityService identity, ProcessEngineConfigurationImpl engine) {
    this.identity = identity;
    this.engine = engine;
  }

  /** Creates what is missing; an account that exists keeps its password and groups. */
  void create() {
    for (var account : DemoAccount.ALL) {
      if (find(account) == null) {
        var user = identity.newUser(account.name());
        user.setFirstName(account.firstName());
        user.setLastName(account.lastName());
        user.setEmail(account.email());
        user.setPassword(account.name());
        saveWithKnownPassword(user);
        account.groups().forEach(group -> identity.createMembership(account.name(), group));
      }
    }
  }

  /** Whoever started with demo accounts and goes on without must not keep open doors. */
  void removeUnchanged() {
    int removed = 0;
    for (var account : DemoAccount.ALL) {
      if (find(account) instanceof UserEntity user && isPassword(user, account.name())) {
        identity.deleteUser(account.name());
        removed++;
      }
    }
    if (removed > 0) {
      LOG.info("Demo accounts removed, because each had its name as password: {}.", removed);
    }
  }

  /** The only ones that are not held against the rules for passwords: everybody knows them. */
  private void saveWithKnownPassword(User user) {
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }

  private User find(DemoAccount account) {
    return identity.createUserQuery().userId(account.name()).singleResult();
  }

  // Not IdentityService.checkPassword: a wrong guess there counts as an attempt and locks the
  // account.
  private boolean isPassword(UserEntity user, String guess) {
    var salted = EncryptionUtil.saltPassword(guess, user.getSalt());
    return engine.getPasswordManager().check(salted, user.getPassword());
  }
}
