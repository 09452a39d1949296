package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.itsmsuite.RunningSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a proxy ends https: what it says of where people come from counts, and nobody else's word.
 */
@Tag("own-jvm")
class BehindAProxyTest {

  @TempDir Path data;

  private static final String[] FORWARDED = {
    "X-Forwarded-Proto", "https",
    "X-Forwarded-Host", "desk.example.org",
    "X-Forwarded-Port", "443",
    "X-Forwarded-For", "203.0.113.7"
  };

  private RunningSuite suite(String... more) {
    var settings = new ArrayList<>(List.of(more));
    settings.add("--server.forward-headers-strategy=native");
    return RunningSuite.start(data, null, settings.toArray(String[]::new));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void aProxyOnThisMachineIsBelieved() {
    try (var suite =
        suite(
            "--itsm.base-url=https://desk.example.org/itsm",
            "--server.servlet.context-path=/itsm")) {
      var browser = Visitor.browser(suite.port());

      var asked = browser.get("/itsm/incidents", FORWARDED);
      assertThat(location(asked)).isEqualTo("https://desk.example.org/itsm/login");
      assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("JSESSIONID=")
          .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/itsm");
      assertThat(asked.headers().firstValue("Strict-Transport-Security")).isPresent();

      everythingWorksBelowAPath(suite);
      eachPersonHasAnAddressOfTheirOwn(suite);
    }
  }

  @Test
  void everyCookieIsSecureAsSoonAsTheRequestCameByHttps() {
    try (var suite = suite()) {
      var browser = Visitor.browser(suite.port());
      browser.logIn("agent", "agent");
      for (String[] forwarded : new String[][] {FORWARDED, {}}) {
        var cookies =
            browser
                .get("/camunda/app/tasklist/default/", forwarded)
                .headers()
                .allValues("Set-Cookie");
        assertThat(cookies)
            .as("by https: %s", forwarded.length > 0)
            .anySatisfy(cookie -> assertThat(cookie).startsWith("XSRF-TOKEN="))
            .allSatisfy(
                cookie ->
                    assertThat(cookie.contains("; Secure"))
                        .as(cookie)
                        .isEqualTo(forwarded.length > 0));
      }
    }
  }

  private static void everythingWorksBelowAPath(RunningSuite suite) {
    var admin = Visitor.program(suite.port(), "admin");
    assertThat(admin.get("/itsm/api/incidents").statusCode()).isEqualTo(200);
    assertThat(admin.get("/itsm/engine-rest/task").statusCode()).isEqualTo(200);
    assertThat(admin.get("/api/incidents").statusCode()).isEqualTo(404);
    var page = Visitor.browser(suite.port()).get("/itsm/login");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("action=\"/itsm/login\"", "href=\"/itsm/assets/suite.css\"")
        .contains("src=\"/itsm/assets/keep-place.js\"");
  }

  /** Wrong passwords from one of them do not keep out the others behind the same proxy. */
  private static void eachPersonHasAnAddressOfTheirOwn(RunningSuite suite) {
    var wrong = Visitor.program(suite.port(), "ecab-1", "wrong");
    IntStream.range(0, 6)
        .forEach(i -> wrong.get("/itsm/api/incidents", "X-Forwarded-For", "203.0.113.7"));
    assertThat(wrong.get("/itsm/api/incidents", "X-Forwarded-For", "203.0.113.7").statusCode())
        .isEqualTo(429);
    assertThat(
            Visitor.program(suite.port(), "ecab-1")
                .get("/itsm/api/incidents", "X-Forwarded-For", "203.0.113.8")
                .statusCode())
        .isNotEqualTo(429);
  }

  @Test
  void whoeverIsNotTheProxyIsNotBelieved() {
    try (var suite = suite("--server.tomcat.remoteip.internal-proxies=10\\.1\\.2\\.3")) {
      var browser = Visitor.browser(suite.port());

      var asked = browser.get("/incidents", FORWARDED);
      assertThat(location(asked)).isEqualTo("http://127.0.0.1:" + suite.port() + "/login");
      assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
      assertThat(asked.headers().firstValue("Strict-Transport-Security")).isEmpty();

      var wrong = Visitor.program(suite.port(), "ecab-1", "wrong");
      IntStream.range(0, 6)
          .forEach(i -> wrong.get("/api/incidents", "X-Forwarded-For", "203.0.113." + i));
      assertThat(wrong.get("/api/incidents", "X-Forwarded-For", "203.0.113.99").statusCode())
          .as("no address can be made up to go on guessing")
          .isEqualTo(429);
    }
  }
}
