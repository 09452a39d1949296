package org.itsmsuite.identity.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.itsmsuite.identity.Passwords;

/** Length instead of composition: long enough, and not the account's name. */
class PasswordRule implements PasswordPolicy, PasswordPolicyRule {

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(this);
  }

  @Override
  public String getPlaceholder() {
    return "PASSWORD_POLICY_LENGTH";
  }

  @Override
  public Map<String, String> getParameters() {
    return Map.of("minLength", String.valueOf(Passwords.SHORTEST));
  }

  @Override
  public boolean execute(String password) {
    return Passwords.fault("", password).isEmpty();
  }

  @Override
  public boolean execute(String password, User user) {
    var name = user == null || user.getId() == null ? "" : user.getId();
    return Passwords.fault(name, password).isEmpty();
  }
}
