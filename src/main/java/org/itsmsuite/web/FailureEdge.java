package org.itsmsuite.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** The last place an exception reaches: programs get a problem document, people a page. */
@ControllerAdvice
class FailureEdge {

  private final Problems problems;
  private final PageModel model;

  FailureEdge(Problems problems, PageModel model) {
    this.problems = problems;
    this.model = model;
  }

  @ExceptionHandler(Exception.class)
  Object answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      // Nobody is there to read an answer, and nothing broke on our side.
      return new ModelAndView();
    }
    var headers = headers(failure);
    if (!Audience.isProgram(request)) {
      headers.forEach((name, values) -> values.forEach(one -> response.setHeader(name, one)));
    }
    return answer(problems.of(failure), request, headers);
  }

  /** Spring Security answers these itself: it knows whether a log-in helps. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leave(RuntimeException failure) {
    throw failure;
  }

  Object answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
    if (Audience.isProgram(request)) {
      return ResponseEntity.status(problem.code())
          .headers(headers)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    var page = new ModelAndView("error");
    page.setStatus(HttpStatusCode.valueOf(problem.getStatus()));
    page.addAllObjects(model.attributes());
    page.addObject("problem", problem);
    page.addObject("entered", Entered.of(request, problem));
    return page;
  }

  // Such as Allow, which tells the methods an address takes, or Retry-After.
  private static HttpHeaders headers(Exception failure) {
    return failure instanceof ErrorResponse response ? response.getHeaders() : new HttpHeaders();
  }
}
