package org.itsmsuite.web.login;

import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Opens addresses to those whom the access table gives a permission. */
@Component
class Permit {

  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
  private final Access access;
  private final CurrentUser user;

  Permit(Access access, CurrentUser user) {
    this.access = access;
    this.user = user;
  }

  AuthorizationManager<RequestAuthorizationContext> to(String permission) {
    return (login, request) ->
        new AuthorizationDecision(
            trust.isAuthenticated(login.get()) && access.may(user.actor(), permission));
  }
}
