package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.Told;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Shows a person the page of what they do not get: not permitted, or not there. */
@Component
class PageDoor implements AccessDeniedHandler {

  private final EndedAccounts ended;

  PageDoor(EndedAccounts ended) {
    this.ended = ended;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (ended.signOut(request, response)) {
      return;
    }
    if (why instanceof CsrfException) {
      Told.send(request, response, Problem.outdated());
      return;
    }
    var verdict = Verdict.of(why);
    if (!verdict.methods().isEmpty()) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", verdict.methods()));
    }
    response.sendError(verdict.status());
  }
}
