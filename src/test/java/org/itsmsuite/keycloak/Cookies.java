package org.itsmsuite.keycloak;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cookies as a browser keeps them for 127.0.0.1: secure ones too, because nobody can listen there;
 * Java's own would not send them.
 */
final class Cookies {

  private record Key(String name, String path) {}

  private final Map<Key, String> values = new LinkedHashMap<>();

  synchronized void addTo(HttpRequest.Builder request) {
    var path = request.copy().build().uri().getPath();
    var sent =
        values.entrySet().stream()
            .filter(one -> path.startsWith(one.getKey().path()))
            .map(one -> one.getKey().name() + "=" + one.getValue())
            .collect(Collectors.joining("; "));
    if (!sent.isEmpty()) {
      request.setHeader("Cookie", sent);
    }
  }

  synchronized void take(HttpResponse<?> answer) {
    answer.headers().allValues("Set-Cookie").forEach(this::take);
  }

  private void take(String header) {
    var parts = header.split(";");
    var pair = parts[0].split("=", 2);
    var path = "/";
    var gone = false;
    for (var part : parts) {
      var attribute = part.strip();
      path = attribute.regionMatches(true, 0, "Path=", 0, 5) ? attribute.substring(5) : path;
      gone |= attribute.equalsIgnoreCase("Max-Age=0");
    }
    var key = new Key(pair[0].strip(), path);
    if (gone) {
      values.remove(key);
    } else {
      values.put(key, pair[1]);
    }
  }

  synchronized String value(String name) {
    return values.entrySet().stream()
        .filter(one -> one.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
