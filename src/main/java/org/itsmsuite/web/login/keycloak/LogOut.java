package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Who logs out here logs out there: a browser goes by Keycloak's own log-out; where only a script
 * asks, the suite ends the session at Keycloak itself.
 */
class LogOut implements LogoutSuccessHandler, LogoutHandler {

  private final KeycloakReachable reachable;
  private final KeycloakCalls calls;
  private final LogoutSuccessHandler byKeycloak;

  LogOut(
      KeycloakReachable reachable,
      KeycloakCalls calls,
      ClientRegistrationRepository registrations) {
    this.reachable = reachable;
    this.calls = calls;
    var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    handler.setPostLogoutRedirectUri("{baseUrl}/login?logout");
    this.byKeycloak = handler;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException, ServletException {
    if (reachable.isReachable()) {
      byKeycloak.onLogoutSuccess(request, response, login);
    } else {
      response.sendRedirect(request.getContextPath() + "/login?logout&only-here");
    }
  }

  /** For a log-out without a browser to send on. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, Authentication login) {
    if (login != null
        && login.getPrincipal() instanceof KeycloakPerson person
        && person.tokens() != null) {
      end(person.tokens());
    }
  }

  private void end(SessionTokens tokens) {
    synchronized (tokens) {
      try {
        if (tokens.refreshToken() != null) {
          calls.endSession(tokens.refreshToken());
        }
      } catch (TokenRefused | ProviderUnavailable e) {
        // Over already, or it ends by itself: the session here is over in any case.
      }
    }
  }
}
