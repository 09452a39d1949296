package org.itsmsuite.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.EngineSession;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is calling, and always forgets it again: it skips every check of rights for
 * a call that nobody stands behind, and threads are used again for others.
 */
class EngineSessionFilter extends OncePerRequestFilter {

  private final EngineSession engine;
  private final CurrentUser user;

  EngineSessionFilter(EngineSession engine, CurrentUser user) {
    this.engine = engine;
    this.user = user;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var session = engine.as(user.actor())) {
      chain.doFilter(request, response);
    }
  }
}
