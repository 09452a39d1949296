package org.itsmsuite.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Groups;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the engine's REST API answer for what belongs to a hidden record as for what does not exist,
 * whatever each of its resources makes of that: an id or a business key, in the address or in what
 * is sent, that belongs to a hidden record is replaced by one that belongs to nothing, and put back
 * in the answer. Administrators keep the engine running and are let through: they see numbers
 * there, and no contents.
 */
class HiddenIds extends OncePerRequestFilter {

  private final CurrentUser user;
  private final StandIns standIns;
  private final int mostBytes;

  /**
   * @param mostBytes that somebody may send
   */
  HiddenIds(CurrentUser user, StandIns standIns, int mostBytes) {
    this.user = user;
    this.standIns = standIns;
    this.mostBytes = mostBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor actor = user.actor();
    if (actor.isIn(Groups.ADMINISTRATORS)) {
      chain.doFilter(request, response);
      return;
    }
    var names = new StandIns.Names();
    var address =
        ReaddressedRequest.plain(request.getRequestURI() + "?" + request.getQueryString());
    names.idsIn(address);
    names.numbersIn(address);
    SentJson sent = SentJson.isIn(request) ? SentJson.of(request, mostBytes) : null;
    if (sent != null) {
      sent.collect(names);
    }
    var others = standIns.of(actor, names);
    var readdressed =
        new ReaddressedRequest(request, others, sent == null ? null : sent.with(others));
    if (others.isEmpty()) {
      chain.doFilter(readdressed, response);
    } else {
      answer(readdressed, response, chain, others);
    }
  }

  private static void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Map<String, String> others)
      throws ServletException, IOException {
    var kept = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, kept);
    // Either is as long, so everything said about the answer stays true.
    var answer = new String(kept.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    kept.resetBuffer();
    kept.getOutputStream()
        .write(StandIns.takenBack(answer, others).getBytes(StandardCharsets.ISO_8859_1));
    kept.copyBodyToResponse();
  }
}
