package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before somebody is sent to Keycloak: does it answer? And after a log-in that failed: why, in
 * words that help.
 */
class LogInDoor extends OncePerRequestFilter implements AuthenticationFailureHandler {

  private final KeycloakReachable reachable;
  private final UnavailableAnswer unavailable;
  private final PlaceInPage place;

  LogInDoor(KeycloakReachable reachable, UnavailableAnswer unavailable, PlaceInPage place) {
    this.reachable = reachable;
    this.unavailable = unavailable;
    this.place = place;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var start = path.equals(KeycloakLogin.START);
    if ((start || isOnTheWay(path, request)) && !reachable.isReachable()) {
      unavailable.write(request, response);
      return;
    }
    if (start) {
      place.remember(request, response);
    }
    chain.doFilter(request, response);
  }

  private static boolean isOnTheWay(String path, HttpServletRequest request) {
    return (path + "?" + request.getQueryString()).equals(KeycloakLogin.WAY);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, ServletException {
    if (!reachable.isReachable()) {
      unavailable.write(request, response);
      return;
    }
    logger.info("A log-in failed: " + why.getMessage());
    var code = why instanceof OAuth2AuthenticationException o ? o.getError().getErrorCode() : "";
    var reason =
        switch (code) {
          // Begun long ago, in another browser, or twice.
          case "authorization_request_not_found" -> "again";
          case "access_denied" -> "denied";
          case KeycloakPeople.NO_ACCOUNT -> "account";
          default -> "error";
        };
    response.sendRedirect(request.getContextPath() + "/login?" + reason);
  }
}
