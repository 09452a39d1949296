package org.itsmsuite.web.login;

import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.KnownPassword;
import org.itsmsuite.web.limit.LogInAttempts;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password against the suite's own accounts. */
@Component
@Profile("!keycloak")
class AccountLogin implements AuthenticationProvider {

  private final Accounts accounts;
  private final LogInAttempts attempts;

  AccountLogin(Accounts accounts, LogInAttempts attempts) {
    this.accounts = accounts;
    this.attempts = attempts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var name = attempt.getName();
    var password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
    var address = address(attempt);
    attempts
        .waitFor(name, address)
        .ifPresent(
            wait -> {
              throw new TooManyAttempts(wait);
            });
    // Asked first: of a password that is changed right now, it is the old one's mark that counts.
    var mark = accounts.passwordMark(name);
    if (accounts.logIn(name, password) != Accounts.Login.ACCEPTED) {
      attempts.failed(name, address);
      throw new BadCredentialsException("Unknown account or wrong password");
    }
    // No authorities: what the account may is asked of the access table, with its groups of the
    // moment.
    var login =
        UsernamePasswordAuthenticationToken.authenticated(
            name, null, AuthorityUtils.NO_AUTHORITIES);
    login.setDetails(new KnownPassword(mark));
    return login;
  }

  private static String address(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "unknown";
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
