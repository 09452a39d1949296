package org.itsmsuite.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * What somebody had entered in a form of which nothing came: shown beside the reason, to be copied.
 * It is not offered to be sent again from there, because the form need not have been one of ours.
 *
 * @param fields without what is secret and what nobody wrote
 * @param unread whether the form was too large to be read at all
 * @param backTo path of the page that holds the form, or null
 */
record Entered(List<Field> fields, boolean unread, String backTo) {

  private static final int MOST = 50;

  /** Neither secrets, nor what a page of ours puts in for itself. */
  private static final Pattern KEPT_BACK =
      Pattern.compile("(?i).*(password|secret|token|csrf|key).*|list|_.*");

  /**
   * @param label the field's name, as words
   */
  record Field(String label, String value) {}

  /** Null where no form was sent. */
  static Entered of(HttpServletRequest request, Problem problem) {
    if (!HttpMethod.POST.matches(request.getMethod())) {
      return null;
    }
    boolean unread = problem.code() == HttpStatus.PAYLOAD_TOO_LARGE;
    return new Entered(
        unread ? List.of() : fields(request.getParameterMap()), unread, back(request));
  }

  private static List<Field> fields(Map<String, String[]> sent) {
    return sent.entrySet().stream()
        .filter(one -> !KEPT_BACK.matcher(one.getKey()).matches())
        .flatMap(
            one ->
                Arrays.stream(one.getValue()).map(value -> new Field(label(one.getKey()), value)))
        .filter(field -> !field.value().isBlank())
        .limit(MOST)
        .toList();
  }

  /** {@code waitingFor} becomes "Waiting for". */
  static String label(String name) {
    if (name.isEmpty()) {
      return name;
    }
    var words =
        name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Only a page of our own: browsers say where the form stood. */
  private static String back(HttpServletRequest request) {
    var from = request.getHeader(HttpHeaders.REFERER);
    try {
      var page = from == null ? null : URI.create(from);
      if (page == null || !String.valueOf(page.getAuthority()).equals(authority(request))) {
        return null;
      }
      var path = page.getRawPath();
      var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
      return path.startsWith("/") && !path.startsWith("//") ? path + query : null;
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private static String authority(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
    return request.getServerName() + (usual ? "" : ":" + port);
  }
}
