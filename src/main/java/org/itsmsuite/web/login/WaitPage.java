package org.itsmsuite.web.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.itsmsuite.web.limit.TooManyChanges;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The log-in page for somebody who has to wait before the next password is looked at. */
@Controller
@Profile("!keycloak")
class WaitPage {

  /** Only reached from inside. */
  private static final String PAGE = "/login/wait";

  private static final String SECONDS = WaitPage.class.getName();

  private final LoginPages pages;

  WaitPage(LoginPages pages) {
    this.pages = pages;
  }

  static void show(HttpServletRequest request, HttpServletResponse response, Duration waiting)
      throws ServletException, IOException {
    var seconds = TooManyChanges.wholeSeconds(waiting);
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    request.setAttribute(SECONDS, seconds);
    request.getRequestDispatcher(PAGE).forward(request, response);
  }

  @RequestMapping(PAGE)
  String wait(@RequestAttribute("org.itsmsuite.web.login.WaitPage") long seconds, Model model) {
    model.addAttribute("waitFor", seconds);
    return pages.fill(model);
  }
}
