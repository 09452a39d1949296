package org.itsmsuite.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what failed before or beside our controllers. */
@Controller
class ErrorPage implements ErrorController {

  private final Problems problems;
  private final FailureEdge edge;

  ErrorPage(Problems problems, FailureEdge edge) {
    this.problems = problems;
    this.edge = edge;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    return edge.answer(problem(request), request, new HttpHeaders());
  }

  private Problem problem(HttpServletRequest request) {
    var told = Told.of(request);
    if (told.isPresent()) {
      return told.get();
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
      return problems.of(failure);
    }
    // Somebody who opens /error by hand has found nothing.
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? Problems.ofStatus(status)
        : Problems.ofStatus(404);
  }
}
