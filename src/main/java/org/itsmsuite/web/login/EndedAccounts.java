package org.itsmsuite.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.KnownPassword;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose account is gone, or whose password is another one since, with
 * the next thing they ask for and on whichever node.
 */
@Component
class EndedAccounts {

  private static final String WEBAPP_API = "/camunda/api/";

  private final CurrentUser user;
  private final Accounts accounts;

  EndedAccounts(CurrentUser user, Accounts accounts) {
    this.user = user;
    this.accounts = accounts;
  }

  /**
   * Sends somebody whose session is over to the log-in; a web application hears it as a status.
   *
   * @return whether it did
   */
  boolean signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var login = SecurityContextHolder.getContext().getAuthentication();
    var session = request.getSession(false);
    if (!isSignedIn(login) || !isNobody() && !(session != null && isOfOldPassword(login))) {
      return false;
    }
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    if (request.getRequestURI().startsWith(request.getContextPath() + WEBAPP_API)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(request.getContextPath() + "/login");
    }
    return true;
  }

  private static boolean isSignedIn(Authentication login) {
    return login != null
        && login.isAuthenticated()
        && !(login instanceof AnonymousAuthenticationToken);
  }

  /** Costs nothing for people who are in a group: their groups are read anyway. */
  private boolean isNobody() {
    return user.actor().equals(Actor.STRANGER);
  }

  private boolean isOfOldPassword(Authentication login) {
    return login.getDetails() instanceof KnownPassword known
        && !known.is(accounts.passwordMark(login.getName()));
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
