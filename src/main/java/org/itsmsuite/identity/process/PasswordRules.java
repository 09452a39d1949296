package org.itsmsuite.identity.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.itsmsuite.identity.Passwords;
import org.itsmsuite.refusal.Refusal;

/**
 * Length instead of composition: long enough, and not the account's name. The web applications have
 * words for both, by the names the engine gave such rules.
 */
class PasswordRules implements PasswordPolicy {

  private static final List<PasswordPolicyRule> RULES =
      List.of(
          new Rule(
              "PASSWORD_POLICY_LENGTH",
              Map.of(
                  "minLength", String.valueOf(Passwords.SHORTEST),
                  "maxLength", String.valueOf(Passwords.LONGEST)),
              (account, password) -> Passwords.faultOfLength(password)),
          new Rule("PASSWORD_POLICY_USER_DATA", Map.of(), Passwords::faultOfName));

  @Override
  public List<PasswordPolicyRule> getRules() {
    return RULES;
  }

  private record Rule(
      String placeholder,
      Map<String, String> parameters,
      BiFunction<String, String, Optional<Refusal>> fault)
      implements PasswordPolicyRule {

    @Override
    public String getPlaceholder() {
      return placeholder;
    }

    @Override
    public Map<String, String> getParameters() {
      return parameters;
    }

    @Override
    public boolean execute(String password) {
      return execute(password, null);
    }

    @Override
    public boolean execute(String password, User user) {
      var account = user == null || user.getId() == null ? "" : user.getId();
      return fault.apply(account, password).isEmpty();
    }
  }
}
