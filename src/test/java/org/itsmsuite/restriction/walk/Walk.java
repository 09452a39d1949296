package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.itsmsuite.web.Visitor;

/** Asks addresses in people's names, and collects what tells of hidden incidents. */
final class Walk {

  static final List<String> STAFF =
      List.of(
          "agent",
          "specialist",
          "engineer",
          "incident-manager",
          "service-level-manager",
          "process-owner",
          "change-manager",
          "top-manager");
  static final List<String> OUTSIDE = List.of("requester", "customer-contact", "supplier-1");

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  /** Times, and what is counted from them. */
  private static final Pattern PASSING =
      Pattern.compile(
          "PT[0-9HMS.]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]+)"
              + "|\\b[0-9]+ ?%|\\b[0-9]+ h(?: [0-9]+ min)?|\\b[0-9]+ min");

  private final int port;
  private final Map<String, Visitor> browsers = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();

  Walk(int port) {
    this.port = port;
  }

  private static boolean isPage(String address) {
    return !address.startsWith("/api/") && !address.startsWith("/engine-rest");
  }

  private Visitor visitor(String account, String address) {
    return isPage(address)
        ? browsers.computeIfAbsent(account, this::browser)
        : Visitor.program(port, account);
  }

  private Visitor browser(String account) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser;
  }

  HttpResponse<String> get(String account, String address) {
    return visitor(account, address).get(address);
  }

  /** Fields of a form to a page, or JSON to a program's address. */
  HttpResponse<String> send(String account, String address, String body) {
    var visitor = visitor(account, address);
    if (!isPage(address)) {
      return visitor.json(address, body);
    }
    var fields = new HashMap<>(Map.of("_csrf", tokens.computeIfAbsent(account, this::token)));
    Stream.of(body.split("&"))
        .forEach(field -> fields.put(field.split("=")[0], field.split("=")[1]));
    return visitor.bareForm(address, fields);
  }

  /** JSON to the engine, by whichever method. */
  HttpResponse<String> send(String account, String method, String address, String body) {
    return Visitor.program(port, account)
        .send(method, address, BodyPublishers.ofString(body), "Content-Type", "application/json");
  }

  private String token(String account) {
    var token = TOKEN.matcher(get(account, "/").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  static String answer(HttpResponse<String> response) {
    return response.statusCode() + " " + response.headers().map() + "\n" + response.body();
  }

  /** What of an answer is the same a moment later. */
  static String lasting(HttpResponse<String> response) {
    var body = response.body().replaceAll("value=\"[^\"]*\"", "");
    return response.statusCode() + " " + PASSING.matcher(body).replaceAll("…");
  }

  /** What came up on the way; at its end there must be nothing. */
  static final class Findings {

    private final Set<String> found = new TreeSet<>();
    private final HiddenIncident[] hidden;

    Findings(HiddenIncident... hidden) {
      this.hidden = hidden;
    }

    /** The answer names nothing that it was not asked for: a page repeats what was searched for. */
    void names(String account, String address, HttpResponse<String> response) {
      var answer = answer(response);
      Arrays.stream(hidden)
          .flatMap(one -> one.secrets().stream())
          .filter(secret -> !address.contains(secret))
          .filter(answer::contains)
          .forEach(
              secret -> found.add(account + " reads " + secret + " at " + address + ": " + answer));
    }

    void compare(String account, String address, String expected, String told) {
      if (!expected.equals(told)) {
        found.add(
            account + " sees a difference at " + address + ":\n" + expected + "\n->\n" + told);
      }
    }

    void areNone() {
      assertThat(found).isEmpty();
    }
  }
}
