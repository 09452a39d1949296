package org.itsmsuite.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Whether a program or a person reads the answer: decided by the address, not by what is asked for.
 */
final class Audience {

  private static final String OWN_API = "/api/";
  private static final List<String> PROGRAMS =
      List.of(OWN_API, "/engine-rest/", "/actuator/", "/v3/api-docs/", "/camunda/api/");

  private Audience() {}

  /** Whether our own API is asked, not one of the engine's. */
  static boolean isOwn(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + OWN_API);
  }

  static boolean isProgram(HttpServletRequest request) {
    var forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var address = forwarded instanceof String uri ? uri : request.getRequestURI();
    var context = request.getContextPath() == null ? "" : request.getContextPath();
    var path = address.substring(Math.min(context.length(), address.length())) + "/";
    return PROGRAMS.stream().anyMatch(path::startsWith);
  }
}
