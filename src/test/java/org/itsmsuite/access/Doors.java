package org.itsmsuite.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Knocks at the suite's real filter chains in somebody's name; what would answer behind them is
 * left out, so that nothing is changed by it.
 */
final class Doors {

  private static final String CSRF =
      "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN";
  private static final String TOKEN = "token";

  private final Filter chains;
  private final ServletContext context;

  Doors(Filter chains, ServletContext context) {
    this.chains = chains;
    this.context = context;
  }

  /**
   * What came of it.
   *
   * @param in whether the call would have reached what answers it
   */
  record Answer(boolean in, int status, String location) {

    boolean asksForALogIn() {
      return status == 401 || (status == 302 && location.endsWith("/login"));
    }

    @Override
    public String toString() {
      return in ? "in" : String.valueOf(status);
    }
  }

  /**
   * @param account whose log-in is over already; null for a stranger
   */
  Answer knock(String account, String method, String address) {
    var request = new MockHttpServletRequest(context, method, address);
    request.setServletPath(address);
    var session = new MockHttpSession(context);
    session.setAttribute(CSRF, new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", TOKEN));
    request.setSession(session);
    request.addHeader("X-CSRF-TOKEN", masked());
    if (account != null) {
      var login =
          new SecurityContextImpl(
              UsernamePasswordAuthenticationToken.authenticated(
                  account, null, AuthorityUtils.NO_AUTHORITIES));
      session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, login);
      request.setAttribute(
          RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME, login);
    }
    var response = new MockHttpServletResponse();
    var in = new AtomicBoolean();
    FilterChain behind = (asked, answered) -> in.set(true);
    try {
      chains.doFilter(request, response, behind);
    } catch (IOException | ServletException e) {
      throw new AssertionError(method + " " + address, e);
    }
    return new Answer(in.get(), response.getStatus(), response.getRedirectedUrl());
  }

  /** As a page carries it: so many random bytes, here zeros, and the token mixed with them. */
  private static String masked() {
    var bytes = new byte[2 * TOKEN.length()];
    System.arraycopy(
        TOKEN.getBytes(StandardCharsets.UTF_8), 0, bytes, TOKEN.length(), TOKEN.length());
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
