package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.itsmsuite.identity.Passwords;
import org.itsmsuite.refusal.Refusal;

/**
 * The engine's own service, which tells why a password is not taken: the engine would only say that
 * it "does not match policy", and fail where there is none.
 */
class IdentityWithReasons extends IdentityServiceImpl {

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
