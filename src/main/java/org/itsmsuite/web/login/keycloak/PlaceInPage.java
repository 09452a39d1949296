package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * What stood behind {@code #} in the address somebody asked for. Keycloak's pages forget it, so it
 * waits in the session beside that address, and goes with it and no other.
 */
class PlaceInPage implements RedirectStrategy {

  private static final String ATTRIBUTE = PlaceInPage.class.getName();

  // As browsers write it: whatever else there is, is encoded. Longer ones are not worth a header.
  private static final Pattern PLACE = Pattern.compile("#[!-~]{1,4000}");

  private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
  private final RedirectStrategy plain = new DefaultRedirectStrategy();

  /** A place in one page. */
  private record Place(String page, String place) implements java.io.Serializable {}

  /** Remembers the place that our log-in page tells; without one, what was remembered stays. */
  void remember(HttpServletRequest request, HttpServletResponse response) {
    var place = request.getParameter("place");
    var page = asked.getRequest(request, response);
    if (place != null && page != null && PLACE.matcher(place).matches()) {
      request.getSession().setAttribute(ATTRIBUTE, new Place(page.getRedirectUrl(), place));
    }
  }

  /** Sends whoever has logged in to what they asked for. */
  AuthenticationSuccessHandler afterLogIn() {
    var handler = new SavedRequestAwareAuthenticationSuccessHandler();
    handler.setRequestCache(asked);
    handler.setRedirectStrategy(this);
    return handler;
  }

  @Override
  public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String page)
      throws IOException {
    var session = request.getSession(false);
    var known = session == null ? null : session.getAttribute(ATTRIBUTE);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
    var place = known instanceof Place one && one.page().equals(page) ? one.place() : "";
    plain.sendRedirect(request, response, page + place);
  }
}
