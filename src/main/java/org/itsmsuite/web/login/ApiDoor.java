package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.ProblemWriter;
import org.itsmsuite.web.Problems;
import org.itsmsuite.web.limit.TooManyChanges;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
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
    if (why instanceof TooManyAttempts many) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(TooManyChanges.wholeSeconds(many.waiting())));
    }
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

  private Problem unauthorized(AuthenticationException why) {
    if (why instanceof TooManyAttempts) {
      return problem(
          HttpStatus.TOO_MANY_REQUESTS,
          "login.too-many",
          "Too many wrong passwords for this name or from your network address. Wait a moment,"
              + " then try again once.");
    }
    if (why instanceof TokenRefused) {
      return problem(HttpStatus.UNAUTHORIZED, "login.token-refused", why.getMessage());
    }
    return why instanceof BadCredentialsException
        ? problem(HttpStatus.UNAUTHORIZED, "login.refused", "Unknown account or wrong password.")
        : problem(
            HttpStatus.UNAUTHORIZED,
            "login.required",
            "This address needs a log-in (" + login.proof() + ").");
  }

  private static Problem problem(HttpStatus status, String key, String detail) {
    return new Problem(status, detail, key, List.of());
  }
}
