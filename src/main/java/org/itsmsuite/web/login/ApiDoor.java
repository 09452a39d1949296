package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.ProblemWriter;
import org.itsmsuite.web.Problems;
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

  private static final Problem FORBIDDEN =
      new Problem(
          HttpStatus.FORBIDDEN,
          "Your groups do not permit the use of this address.",
          "login.forbidden",
          List.of());

  private final ProblemWriter problems;

  ApiDoor(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"itsm\", charset=\"UTF-8\"");
    problems.write(response, unauthorized(why));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    var verdict = Verdict.of(why);
    if (!verdict.methods().isEmpty()) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", verdict.methods()));
    }
    problems.write(
        response, verdict.status() == 403 ? FORBIDDEN : Problems.ofStatus(verdict.status()));
  }

  private static Problem unauthorized(AuthenticationException why) {
    if (why instanceof LockedException) {
      return problem(
          "login.locked",
          "The account is locked for a while after wrong passwords. Wait, then try again once.");
    }
    return why instanceof BadCredentialsException
        ? problem("login.refused", "Unknown account or wrong password.")
        : problem("login.required", "This address needs a log-in (HTTP Basic).");
  }

  private static Problem problem(String key, String detail) {
    return new Problem(HttpStatus.UNAUTHORIZED, detail, key, List.of());
  }
}
