package org.itsmsuite.web.login;

import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Name and password of an account of the suite: in a form for people, HTTP Basic for programs. */
@Component
@Profile("!keycloak")
class OwnAccounts implements LoginMethod {

  @Override
  public void forPages(HttpSecurity http) throws Exception {
    http.formLogin(login -> login.loginPage("/login").failureHandler(failures()))
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"));
  }

  @Override
  public void forSessions(HttpSecurity http) {
    // The session says it all.
  }

  @Override
  public void forPrograms(HttpSecurity http, AuthenticationEntryPoint door) throws Exception {
    http.httpBasic(basic -> basic.authenticationEntryPoint(door));
  }

  @Override
  public String start() {
    return "/login";
  }

  @Override
  public String page() {
    return "login";
  }

  @Override
  public String challenge(AuthenticationException why) {
    return "Basic realm=\"itsm\", charset=\"UTF-8\"";
  }

  @Override
  public String proof() {
    return "HTTP Basic";
  }

  private static AuthenticationFailureHandler failures() {
    return (request, response, why) -> {
      if (why instanceof TooManyAttempts many) {
        WaitPage.show(request, response, many.waiting());
      } else {
        response.sendRedirect(request.getContextPath() + "/login?error");
      }
    };
  }
}
