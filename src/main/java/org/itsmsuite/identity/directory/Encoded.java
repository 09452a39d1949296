package org.itsmsuite.identity.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as they may stand in an address or a form, whatever characters they hold. */
final class Encoded {

  private Encoded() {}

  /** For one segment of a path, or one name or value of a query or form. */
  static String text(String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** {@code name=value&...}, in the map's order. */
  static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> text(value.getKey()) + "=" + text(value.getValue()))
        .collect(Collectors.joining("&"));
  }
}
