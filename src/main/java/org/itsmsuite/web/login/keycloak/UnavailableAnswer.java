package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.itsmsuite.web.ProblemWriter;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.springframework.http.HttpHeaders;

/** Says that nobody can log in at the moment: a page for people, a problem for programs. */
class UnavailableAnswer {

  /** Only reached from inside. */
  static final String PAGE = "/login/unavailable";

  private final ProblemWriter problems;

  UnavailableAnswer(ProblemWriter problems) {
    this.problems = problems;
  }

  void write(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "30");
    if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")) {
      problems.write(response, ProviderUnavailable.problem());
    } else {
      request.getRequestDispatcher(PAGE).forward(request, response);
    }
  }
}
