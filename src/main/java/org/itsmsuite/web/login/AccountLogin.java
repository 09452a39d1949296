package org.itsmsuite.web.login;

import org.itsmsuite.identity.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Checks name and password against the suite's own accounts. */
@Component
@Profile("!keycloak")
class AccountLogin implements AuthenticationProvider {

  private final Accounts accounts;

  AccountLogin(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var name = attempt.getName();
    var password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
    return switch (accounts.logIn(name, password)) {
      // No authorities: what the account may is asked of the access table, with its groups of the
      // moment.
      case ACCEPTED ->
          UsernamePasswordAuthenticationToken.authenticated(
              name, null, AuthorityUtils.NO_AUTHORITIES);
      case REFUSED -> throw new BadCredentialsException("Unknown account or wrong password");
      case LOCKED -> throw new LockedException("Locked after wrong passwords");
    };
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
