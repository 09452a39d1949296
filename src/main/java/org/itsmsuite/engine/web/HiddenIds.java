package org.itsmsuite.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Groups;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the engine's REST API answer for what belongs to a hidden record as for what does not exist,
 * whatever each of its resources makes of that: an id in the address that belongs to a hidden
 * record is replaced by one that belongs to nothing, and put back in the answer. Administrators
 * keep the engine running and are let through: they see numbers there, and no contents.
 */
class HiddenIds extends OncePerRequestFilter {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern ENCODED =
      Pattern.compile("%(2[dD]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA])");

  private final CurrentUser user;
  private final RecordsOfIds records;

  HiddenIds(CurrentUser user, RecordsOfIds records) {
    this.user = user;
    this.records = records;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var others = others(request);
    if (others.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var kept = new ContentCachingResponseWrapper(response);
    chain.doFilter(new Readdressed(request, others), kept);
    // Either id has the same length, so everything said about the answer stays true.
    var answer = new String(kept.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    for (var other : others.entrySet()) {
      answer = answer.replace(other.getValue(), other.getKey());
    }
    kept.resetBuffer();
    kept.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    kept.copyBodyToResponse();
  }

  /**
   * Letters, digits and the hyphen need no encoding and mean the same with it: an id that is
   * encoded in part must not look like another one.
   */
  private static String plain(String address) {
    return address == null
        ? null
        : ENCODED
            .matcher(address)
            .replaceAll(one -> String.valueOf((char) Integer.parseInt(one.group(1), 16)));
  }

  /** Hidden id to the one that stands in for it. */
  private Map<String, String> others(HttpServletRequest request) {
    var ids = new TreeSet<String>();
    var address = plain(request.getRequestURI() + "?" + request.getQueryString());
    ID.matcher(address).results().map(MatchResult::group).forEach(ids::add);
    var actor = user.actor();
    var others = new HashMap<String, String>();
    if (!ids.isEmpty() && !actor.isIn(Groups.ADMINISTRATORS)) {
      records.hidden(actor, ids).forEach(id -> others.put(id, UUID.randomUUID().toString()));
    }
    return others;
  }

  private static final class Readdressed extends HttpServletRequestWrapper {

    private final Map<String, String> others;

    Readdressed(HttpServletRequest request, Map<String, String> others) {
      super(request);
      this.others = others;
    }

    private String readdressed(String text) {
      var result = text;
      for (var other : others.entrySet()) {
        result = result == null ? null : result.replace(other.getKey(), other.getValue());
      }
      return result;
    }

    @Override
    public String getRequestURI() {
      return readdressed(plain(super.getRequestURI()));
    }

    @Override
    public StringBuffer getRequestURL() {
      return new StringBuffer(readdressed(plain(super.getRequestURL().toString())));
    }

    @Override
    public String getServletPath() {
      return readdressed(super.getServletPath());
    }

    @Override
    public String getPathInfo() {
      return readdressed(super.getPathInfo());
    }

    @Override
    public String getQueryString() {
      return readdressed(plain(super.getQueryString()));
    }
  }
}
