package org.itsmsuite.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose account is gone, with the next thing they ask for and on
 * whichever node. Costs nothing for people who are in a group: their groups are read anyway.
 */
@Configuration(proxyBeanMethods = false)
class EndedAccounts {

  @Bean
  FilterRegistrationBean<Filter> endedAccountsFilter(CurrentUser user) {
    var filter = new FilterRegistrationBean<>(new Filter(user));
    // After Spring Security has said who it is, before anything is answered.
    filter.setOrder(-99);
    return filter;
  }

  static final class Filter extends OncePerRequestFilter {

    private final CurrentUser user;

    Filter(CurrentUser user) {
      this.user = user;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (isSignedInAsNobody()) {
        var session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
        SecurityContextHolder.clearContext();
        response.sendRedirect(request.getContextPath() + "/login");
        return;
      }
      chain.doFilter(request, response);
    }

    private boolean isSignedInAsNobody() {
      var login = SecurityContextHolder.getContext().getAuthentication();
      return login != null
          && login.isAuthenticated()
          && !(login instanceof AnonymousAuthenticationToken)
          && user.actor().id().equals("anonymous")
          && !login.getName().equals("anonymous");
    }
  }
}
