package org.itsmsuite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a page's form that is too large before anybody reads it: of one above its own limit the
 * container drops all fields, and what came of that would look like a missing right.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FormLimit extends OncePerRequestFilter {

  private final DataSize limit;

  FormLimit(WebSettings settings) {
    this.limit = settings.maxBody();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit.toBytes()) {
      throw new BodyTooLarge(limit);
    }
    chain.doFilter(request, response);
  }
}
