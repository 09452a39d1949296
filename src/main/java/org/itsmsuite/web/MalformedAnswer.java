package org.itsmsuite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * What whoever sends a request hears that the servlet container refuses before it knows which
 * application is meant, such as one with a character 0 in its address: a problem document or a
 * page, like everything else.
 */
@Component
class MalformedAnswer {

  private static final Set<HttpStatus> OURS =
      Set.of(HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE);

  record Body(String type, String text) {}

  private final ObjectMapper json;
  private final ObjectProvider<ITemplateEngine> pages;

  // Asked late: the server is put together before the pages are.
  MalformedAnswer(ObjectMapper json, ObjectProvider<ITemplateEngine> pages) {
    this.json = json;
    this.pages = pages;
  }

  Body to(HttpServletRequest request, int status) throws JsonProcessingException {
    var problem = problem(status);
    return isForProgram(request)
        ? new Body(MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsString(problem))
        : new Body(
            MediaType.TEXT_HTML_VALUE,
            pages
                .getObject()
                .process("malformed", new Context(Locale.ENGLISH, Map.of("problem", problem))));
  }

  private static Problem problem(int status) {
    var code = HttpStatus.resolve(status);
    // A version of the protocol that nobody knows is the caller's, whatever its number.
    return code == null || OURS.contains(code)
        ? Problems.ofStatus(status)
        : Problem.of(
            code,
            "request.malformed",
            "The address or the head of this request cannot be read. What is no letter or digit is"
                + " sent encoded, such as %3E, and what is no text is not sent at all.");
  }

  /** Browsers encode what they send: where not even the address can be read, none has sent it. */
  private static boolean isForProgram(HttpServletRequest request) {
    var address = request.getRequestURI();
    return address == null || address.isEmpty() || Audience.isProgram(request);
  }
}
