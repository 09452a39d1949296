package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.itsmsuite.identity.KnownPassword;
import org.itsmsuite.identity.Passwords;
import org.itsmsuite.refusal.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The engine's own service, which tells why a password is not taken: the engine would only say that
 * it "does not match policy", and fail where there is none.
 */
class IdentityWithReasons extends IdentityServiceImpl {

  /** Whoever sets a new password for themselves stays logged in where they do. */
  @Override
  public void saveUser(User user, boolean skipsPolicy) {
    boolean isNewPassword = user instanceof UserEntity saved && saved.hasNewPassword();
    super.saveUser(user, skipsPolicy);
    var login = SecurityContextHolder.getContext().getAuthentication();
    if (isNewPassword
        && login != null
        && login.getName().equals(user.getId())
        && login.getDetails() instanceof KnownPassword known) {
      known.change(((UserEntity) user).getSalt());
    }
  }

  /**
   * Also asked by the engine before it saves an account with a new password.
   *
   * @throws Refusal for a missing password, and for a weak one that is being saved
   */
  @Override
  public PasswordPolicyResult checkPasswordAgainstPolicy(
      PasswordPolicy policy, String password, User user) {
    if (password == null) {
      throw Refusal.invalid("request.missing", "password", "It is required.");
    }
    if (user instanceof UserEntity saved && saved.hasNewPassword()) {
      Passwords.fault(saved.getId(), password)
          .ifPresent(
              fault -> {
                throw fault;
              });
    }
    return super.checkPasswordAgainstPolicy(policy, password, user);
  }
}
