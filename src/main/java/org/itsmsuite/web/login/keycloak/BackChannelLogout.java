package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.identity.EndedSessions;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.ProblemWriter;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where Keycloak tells that somebody logged out there: their session here ends with it. */
@Controller
@Profile("keycloak")
class BackChannelLogout {

  static final String ADDRESS = "/logout/connect/back-channel/keycloak";

  private final TokenCheck check;
  private final EndedSessions ended;
  private final ProblemWriter problems;

  BackChannelLogout(TokenCheck check, EndedSessions ended, ProblemWriter problems) {
    this.check = check;
    this.ended = ended;
    this.problems = problems;
  }

  @PostMapping(ADDRESS)
  void end(
      @RequestParam(name = "logout_token", defaultValue = "") String token,
      HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      ended.end(check.endedSession(token));
    } catch (TokenRefused e) {
      problems.write(
          response,
          new Problem(
              HttpStatus.BAD_REQUEST,
              "This is no log-out token of our identity provider.",
              "login.logout-token-refused",
              java.util.List.of()));
    } catch (ProviderUnavailable e) {
      problems.write(response, ProviderUnavailable.problem());
    }
  }
}
