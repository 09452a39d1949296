package org.itsmsuite.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser that shows no pictures: keeps cookies, follows redirects, sends forms. */
final class WebPerson {

  private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern GOES_ON =
      Pattern.compile("<a[^>]*\\bhref=\"([^\"]+)\"\\s+data-log-in=\"at-once\"");
  private static final int MOST_REDIRECTS = 12;

  private final Cookies cookies = new Cookies();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String suite;

  WebPerson(int port) {
    suite = "http://127.0.0.1:" + port;
  }

  /** Opens a page of the suite, wherever that leads. */
  HttpResponse<String> opens(String path) {
    return follow(send(HttpRequest.newBuilder(URI.create(suite + path))));
  }

  /** The first answer only. */
  HttpResponse<String> asks(String path) {
    return send(HttpRequest.newBuilder(URI.create(suite + path)));
  }

  /**
   * Opens a page without being logged in, gives name and password to Keycloak, and ends somewhere.
   */
  HttpResponse<String> logsInFrom(String path, String account) {
    return gives(opens(path), Map.of("username", account, "password", account));
  }

  WebPerson loggedIn(String account) {
    var page = logsInFrom("/", account);
    if (!greets(page, account)) {
      throw new AssertionError(page.uri() + ": " + page.statusCode() + "\n" + page.body());
    }
    return this;
  }

  /** Whether the start page knows the person. */
  boolean isKnownAs(String account) {
    return greets(opens("/"), account);
  }

  private static boolean greets(HttpResponse<String> page, String account) {
    return page.statusCode() == 200
        && page.body().contains("Good to see you, <span class=\"name\">" + account + "<");
  }

  /** Sends the form of a page. */
  HttpResponse<String> gives(HttpResponse<String> page, Map<String, String> fields) {
    var form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("No form at " + page.uri() + ":\n" + page.body());
    }
    return follow(post(page.uri().resolve(form.group(1).replace("&amp;", "&")), fields));
  }

  /** Sends a form of ours to an address of ours, with the token that the page carries. */
  HttpResponse<String> sends(String path, Map<String, String> fields) {
    var token = TOKEN.matcher(opens("/").body());
    if (!token.find()) {
      throw new AssertionError("Not logged in");
    }
    var all = new java.util.LinkedHashMap<>(fields);
    all.put("_csrf", token.group(1));
    return follow(post(URI.create(suite + path), all));
  }

  /** Sends fields to an address of the suite without a token of a page, as a script does. */
  HttpResponse<String> posts(String path, Map<String, String> fields) {
    return post(URI.create(suite + path), fields);
  }

  /** The value of a cookie, or null. */
  String cookie(String name) {
    return cookies.value(name);
  }

  private HttpResponse<String> post(URI address, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    var answer = first;
    for (var i = 0; i < MOST_REDIRECTS; i++) {
      var to = next(answer);
      if (to == null) {
        return answer;
      }
      answer = send(HttpRequest.newBuilder(answer.uri().resolve(to)));
    }
    return answer;
  }

  /** Where an answer sends on to, as a browser's redirect or by the script of our page; or null. */
  private static String next(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 == 3) {
      return answer.headers().firstValue("Location").orElseThrow();
    }
    var link = GOES_ON.matcher(answer.body());
    return link.find() ? link.group(1) : null;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      cookies.addTo(request);
      var answer = client.send(request.build(), BodyHandlers.ofString());
      cookies.take(answer);
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
