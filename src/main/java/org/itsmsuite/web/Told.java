package org.itsmsuite.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets a filter or door answer with our page, or our problem document, instead of a bare status.
 */
public final class Told {

  private static final String PROBLEM = Told.class.getName();

  private Told() {}

  /** Nothing else is to be answered afterwards. */
  public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    request.setAttribute(PROBLEM, problem);
    response.sendError(problem.getStatus());
  }

  static Optional<Problem> of(HttpServletRequest request) {
    return Optional.ofNullable((Problem) request.getAttribute(PROBLEM));
  }
}
