package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Guessing passwords is slow, and tells nobody which accounts there are. Each test has a name of
 * its own: names stay slow for a minute.
 */
@DemoSuite
class GuessedPasswordsTest {

  private static final int SO_MANY_MAY_BE_WRONG = 5;

  @LocalServerPort int port;

  private List<HttpResponse<String>> guesses(String name, int number) {
    return IntStream.range(0, number)
        .mapToObj(one -> Visitor.program(port, name, "guess-" + one).get("/api/probe/me"))
        .toList();
  }

  @Test
  void afterSomeWrongOnesProgramsHaveToWaitAndAreToldHowLong() {
    guesses("ecab-1", SO_MANY_MAY_BE_WRONG);
    var answer = Visitor.program(port, "ecab-1").get("/api/probe/me");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"key\":\"login.too-many\"");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
  }

  @Test
  void afterSomeWrongOnesPeopleHaveToWaitToo() {
    var browser = Visitor.browser(port);
    for (int i = 0; i < SO_MANY_MAY_BE_WRONG; i++) {
      browser.logIn("release-manager", "guess-" + i);
    }
    var answer = browser.logIn("release-manager", "release-manager");
    assertThat(answer.statusCode()).isEqualTo(429);
    var seconds = answer.headers().firstValueAsLong("Retry-After").orElseThrow();
    assertThat(seconds).isBetween(2L, 60L);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body())
        .contains("login.too-many", seconds + " seconds", "name=\"password\"")
        .doesNotContain("Exception");
    assertThat(browser.get("/").statusCode()).as("not logged in").isEqualTo(302);
  }

  @Test
  void waitingIsShownHoweverOftenSomebodyTries() {
    var browser = Visitor.browser(port);
    for (int i = 0; i < 30; i++) {
      browser.logIn("nobody-who-waits", "guess-" + i);
    }
    assertThat(browser.logIn("nobody-who-waits", "one-more").body())
        .contains("login.too-many")
        .doesNotContain("request.too-many");
    assertThat(browser.get("/login/wait").statusCode()).as("from outside").isEqualTo(302);
  }

  @Test
  void namesWithoutAnAccountAreAnsweredTheSameToTheLetter() {
    var known = guesses("top-manager", SO_MANY_MAY_BE_WRONG + 2);
    var unknown = guesses("nobody-of-that-name", SO_MANY_MAY_BE_WRONG + 2);
    assertThat(unknown)
        .extracting(HttpResponse::statusCode, HttpResponse::body)
        .isEqualTo(
            known.stream()
                .map(one -> org.assertj.core.groups.Tuple.tuple(one.statusCode(), one.body()))
                .toList());
  }

  @Test
  void rightOnesNeverHaveToWaitForEachOther() {
    var statuses =
        IntStream.range(0, 40)
            .parallel()
            .map(one -> Visitor.program(port, "cab-2").get("/api/probe/me").statusCode());
    assertThat(statuses.boxed().toList()).containsOnly(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/identity/verify",
        "/engine-rest/engine/default/identity/verify",
        "/engine-rest/identity/verify/"
      })
  void theEngineTellsNobodyWhetherAPasswordIsRight(String address) {
    var answer =
        Visitor.program(port, "agent")
            .json(address, "{\"username\": \"cab-1\", \"password\": \"cab-1\"}");
    assertThat(answer.statusCode()).isIn(403, 404);
    assertThat(answer.body()).doesNotContain("authenticated");
  }
}
