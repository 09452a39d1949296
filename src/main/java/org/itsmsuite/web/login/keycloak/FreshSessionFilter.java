package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at a session before anything else does: what is over there is over here. */
class FreshSessionFilter extends OncePerRequestFilter {

  private final Sessions sessions;
  private final UnavailableAnswer unavailable;

  FreshSessionFilter(Sessions sessions, UnavailableAnswer unavailable) {
    this.sessions = sessions;
    this.unavailable = unavailable;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/assets/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var login = SecurityContextHolder.getContext().getAuthentication();
    var state =
        login != null && login.getPrincipal() instanceof KeycloakPerson person
            ? sessions.look(person)
            : Sessions.State.GOES_ON;
    if (state == Sessions.State.UNKNOWN) {
      unavailable.write(request, response);
      return;
    }
    if (state == Sessions.State.OVER) {
      forget(request);
    }
    chain.doFilter(request, response);
  }

  private static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
