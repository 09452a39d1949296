package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a program why it does not get in. */
@Component
class ApiDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ProblemWriter problems;
  private final LoginMethod login;

  ApiDoor(ProblemWriter problems, LoginMethod login) {
    this.problems = problems;
    this.login = login;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof ProviderUnavailable) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      problems.write(response, ProviderUnavailable.problem());
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, login.challenge(why));
    problems.write(response, unauthorized(why));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    problems.write(
        response,
        new Problem(
            HttpStatus.FORBIDDEN,
            "Your groups do not permit the use of this address.",
            "login.forbidden",
            List.of()));
  }

  private Problem unauthorized(AuthenticationException why) {
    if (why instanceof LockedException) {
      return problem(
          "login.locked",
          "The account is locked for a while after wrong passwords. Wait, then try again once.");
    }
    if (why instanceof TokenRefused) {
      return problem("login.token-refused", why.getMessage());
    }
    return why instanceof BadCredentialsException
        ? problem("login.refused", "Unknown account or wrong password.")
        : problem("login.required", "This address needs a log-in (" + login.proof() + ").");
  }

  private static Problem problem(String key, String detail) {
    return new Problem(HttpStatus.UNAUTHORIZED, detail, key, List.of());
  }
}
