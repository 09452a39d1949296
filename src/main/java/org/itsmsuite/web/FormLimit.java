package org.itsmsuite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(FormLimit.class);

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
    long sent = request.getContentLengthLong();
    if (sent > limit.toBytes()) {
      LOG.warn("A form of {} bytes was not read: more than {} bytes", sent, limit.toBytes());
      Told.send(request, response, new BodyTooLarge(limit).problem());
      return;
    }
    chain.doFilter(request, response);
  }
}
