package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoSuite
class PageDoorsTest {

  @LocalServerPort int port;
  Visitor browser;

  @BeforeEach
  void openABrowser() {
    browser = Visitor.browser(port);
  }

  @Nested
  class LoggingIn {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/incidents",
          "/camunda/app/tasklist/default/",
          "/camunda/",
          "/swagger-ui.html"
        })
    void isAskedForOnEveryPage(String address) {
      var answer = browser.get(address);
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(location(answer)).endsWith("/login");
    }

    @Test
    void offersTheDemoAccounts() {
      assertThat(browser.get("/login").body()).contains("security-officer", "cab, cab-chairs");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
      browser.get("/incidents");
      assertThat(location(browser.logIn("agent", "agent"))).contains("/incidents");
    }

    @Test
    void leadsToTheStartPageOtherwise() {
      assertThat(location(browser.logIn("agent", "agent"))).endsWith("/");
      assertThat(location(browser.get("/login"))).endsWith("/");
    }

    @Test
    void tellsAWrongPassword() {
      assertThat(location(browser.logIn("ecab-2", "wrong"))).endsWith("/login?error");
      assertThat(browser.get("/login?error").body()).contains("Unknown account or wrong password");
      assertThat(location(browser.logIn("ecab-2", "ecab-2"))).endsWith("/");
    }

    @Test
    void changesTheSession() {
      browser.get("/login");
      var before = browser.cookie("JSESSIONID");
      browser.logIn("agent", "agent");
      assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
      var cookie = browser.get("/login").headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    }
  }

  @Nested
  class ForgedForms {

    @Test
    void doNotLogIn() {
      var answer = browser.bareForm("/login", Map.of("username", "agent", "password", "agent"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void doNotLogOut() {
      browser.logIn("agent", "agent");
      assertThat(browser.bareForm("/logout", Map.of()).statusCode()).isEqualTo(403);
      assertThat(browser.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class LoggingOut {

    @BeforeEach
    void logIn() {
      browser.logIn("agent", "agent");
      assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void byTheFormEndsTheSession() {
      assertThat(location(browser.form("/logout", Map.of()))).endsWith("/login?logout");
      isOver();
    }

    @Test
    void byALinkOfOurOwnEndsTheSession() {
      assertThat(location(browser.get("/logout", "Sec-Fetch-Site", "same-origin")))
          .endsWith("/login?logout");
      isOver();
    }

    @Test
    void byALinkOfOurOwnEndsTheSessionWithoutFetchHeadersToo() {
      browser.get("/logout", "Referer", "http://127.0.0.1:" + port + "/camunda/app/tasklist/");
      isOver();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void byALinkFromElsewhereIsAskedAbout(String site) {
      var answer = browser.get("/logout", "Sec-Fetch-Site", site);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("You are still logged in");
      assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void byTheWebApplicationsOwnAddressEndsTheSession() {
      var answer = browser.bareForm("/camunda/api/admin/auth/user/default/logout", Map.of());
      assertThat(answer.statusCode()).isEqualTo(204);
      isOver();
    }

    private void isOver() {
      assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
      assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
          .isEqualTo(401);
      assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Nested
  class CamundaWebApplications {

    @Test
    void knowThePersonWithoutAnotherLogIn() {
      browser.logIn("agent", "agent");
      browser.get("/camunda/app/tasklist/default/");
      assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
          .contains("\"userId\":\"agent\"", "\"tasklist\"")
          .doesNotContain("\"cockpit\"", "\"admin\"");
      assertThat(browser.get("/camunda/api/engine/engine/default/user/count").body())
          .isEqualTo("{\"count\":1}");
    }

    @Test
    void areClosedWhereTheRoleDoesNotNeedThem() {
      browser.logIn("agent", "agent");
      assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
      assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void openCockpitForAuditorsAndNothingForRequesters() {
      browser.logIn("auditor", "auditor");
      assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
      assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
      var requester = Visitor.browser(port);
      requester.logIn("requester", "requester");
      assertThat(requester.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
      assertThat(requester.get("/camunda/api/engine/engine/default/task").statusCode())
          .isEqualTo(403);
    }

    @Test
    void openAllForTheAdministrator() {
      browser.logIn("admin", "admin");
      for (var name : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
        assertThat(browser.get("/camunda/app/" + name + "/default/").statusCode()).isEqualTo(200);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/camunda/api/admin/auth/user/default/login/admin",
          "/camunda/api/admin/setup/default/user/create"
        })
    void haveNoLogInAndNoSetUpOfTheirOwn(String address) {
      browser.logIn("admin", "admin");
      browser.get("/camunda/app/admin/default/");
      // With the web application's own token, so that it is our door that stays shut.
      var answer =
          browser.send(
              "POST",
              address,
              BodyPublishers.ofString("username=cab-1&password=cab-1"),
              "Content-Type",
              "application/x-www-form-urlencoded",
              "X-XSRF-TOKEN",
              browser.cookie("XSRF-TOKEN"));
      assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
      "GET,/camunda/api/engine/engine/",
      "OPTIONS,/camunda/api/engine/engine/default/user/",
      "OPTIONS,/camunda/api/engine/engine/default/group/",
      "OPTIONS,/camunda/api/engine/engine/default/filter"
    })
    void areAnsweredAsTheyWriteTheirAddresses(String method, String address) {
      browser.logIn("admin", "admin");
      browser.get("/camunda/app/admin/default/");
      var answer =
          browser.send(
              method,
              address,
              BodyPublishers.noBody(),
              "X-XSRF-TOKEN",
              browser.cookie("XSRF-TOKEN"));
      assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void carryOurLogOut(String name) {
      browser.logIn("admin", "admin");
      assertThat(browser.get("/camunda/app/" + name + "/scripts/config.js").body())
          .contains("customScripts: ['custom/logout'");
      assertThat(browser.get("/camunda/app/" + name + "/custom/logout.js").body())
          .contains("location.assign(suite + '/logout')");
    }

    @Test
    void doNotRedirectElsewhere() {
      browser.logIn("agent", "agent");
      for (var address :
          new String[] {
            "//evil.example/camunda/app/tasklist", "/camunda//evil.example", "//evil.example"
          }) {
        var answer = browser.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
      }
    }

    @Test
    void areNotServedWithoutTheirGuards() {
      browser.logIn("admin", "admin");
      assertThat(browser.get("/webjars/camunda/app/admin/index.html").statusCode()).isEqualTo(404);
      assertThat(browser.get("/camunda-welcome/index.html").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class OurPages {

    @Test
    void tellTheBrowserWhatTheyMayLoad() {
      var headers = browser.get("/login").headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*", "http");
      assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void showWhatIsMissingAsAPage() {
      browser.logIn("agent", "agent");
      var answer = browser.get("/nothing-here");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(answer.body()).contains("request.not-found", "Log out");
    }

    @Test
    void showARefusalAsAPage() {
      browser.logIn("agent", "agent");
      var answer = browser.get("/probe/fail/refusal");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("A title is needed.", "probe.refused");
    }

    @Test
    void tellWhoeverSendsTooMuchHowLongToWait() {
      browser.logIn("agent", "agent");
      var answer = browser.get("/probe/fail/too-many");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("7");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(answer.body()).contains("request.too-many", "Wait a moment");
    }

    @Test
    void keepInnerThingsInside() {
      browser.logIn("agent", "agent");
      var answer = browser.get("/probe/fail/badly");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("server.error")
          .doesNotContain("secret detail", "IllegalState", "at org.");
    }

    @Test
    void haveNoSetUpWithDemoAccounts() {
      assertThat(browser.get("/setup").statusCode()).isEqualTo(404);
    }
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("nowhere");
  }
}
