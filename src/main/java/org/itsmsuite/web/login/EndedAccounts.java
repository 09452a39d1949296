package org.itsmsuite.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose account is gone, with the next thing they ask for and on
 * whichever node. Costs nothing for people who are in a group: their groups are read anyway.
 */
@Component
class EndedAccounts {

  private final CurrentUser user;

  EndedAccounts(CurrentUser user) {
    this.user = user;
  }

  /**
   * Sends somebody whose account is gone to the log-in.
   *
   * @return whether it did
   */
  boolean signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!isSignedInAsNobody()) {
      return false;
    }
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    response.sendRedirect(request.getContextPath() + "/login");
    return true;
  }

  private boolean isSignedInAsNobody() {
    var login = SecurityContextHolder.getContext().getAuthentication();
    return login != null
        && login.isAuthenticated()
        && !(login instanceof AnonymousAuthenticationToken)
        && user.actor().equals(Actor.STRANGER);
  }

  /** For addresses that whoever logged in gets; the others are refused by the doors. */
  @Bean
  static FilterRegistrationBean<OncePerRequestFilter> endedAccountsFilter(EndedAccounts accounts) {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (!accounts.signOut(request, response)) {
                  chain.doFilter(request, response);
                }
              }
            });
    // After Spring Security has said who it is, before anything is answered.
    filter.setOrder(-99);
    return filter;
  }
}
