package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * What ends a session: our form, or a plain link that one of our own pages opened, as the web
 * applications' "Log out" does. A link from elsewhere is asked about first ({@code GET /logout}).
 */
@Component
class LogoutRequests implements RequestMatcher {

  @Override
  public boolean matches(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    if (!path.equals("/logout")) {
      return false;
    }
    return switch (request.getMethod()) {
      case "POST" -> true;
      case "GET" -> isFromOurselves(request);
      default -> false;
    };
  }

  private static boolean isFromOurselves(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    // Browsers leave that header out on plain HTTP other than localhost.
    var referer = request.getHeader(HttpHeaders.REFERER);
    try {
      return referer != null
          && request.getHeader(HttpHeaders.HOST).equals(URI.create(referer).getAuthority());
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
