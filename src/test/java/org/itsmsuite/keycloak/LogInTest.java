package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People log in at a real Keycloak server, and stay who they are there. */
@KeycloakSuite
class LogInTest {

  private final KeycloakRealm realm = KeycloakServer.running().realm();

  @LocalServerPort int port;

  private WebPerson person() {
    return new WebPerson(port);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(200));
  }

  /** That the person has to log in again. */
  private static boolean isAStranger(WebPerson person) {
    var answer = person.asks("/");
    return answer.statusCode() == 302 && location(answer).endsWith("/login?go");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Nested
  class LoggingIn {

    @Test
    void leadsToThePageThatWasAskedFor() {
      var page = person().logsInFrom("/incidents?status=NEW", "agent");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.uri().toString()).contains("/incidents?status=NEW");
      assertThat(page.body()).contains("agent");
    }

    @Test
    void opensTheWebApplicationsToo() {
      var auditor = person().loggedIn("auditor");

      for (var application : new String[] {"tasklist", "cockpit", "welcome"}) {
        var page = auditor.opens("/camunda/app/" + application + "/default/");
        assertThat(page.uri()).hasPath("/camunda/app/" + application + "/default/");
        assertThat(page.statusCode()).isEqualTo(200);
      }
      assertThat(auditor.opens("/camunda/api/admin/auth/user/default").body())
          .contains("\"userId\":\"auditor\"", "cockpit");
      assertThat(auditor.opens("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void opensWhatItsGroupsMayAndNothingElse() {
      assertThat(person().loggedIn("incident-manager").opens("/outbox").statusCode())
          .isEqualTo(200);
      assertThat(person().loggedIn("agent").opens("/outbox").statusCode()).isEqualTo(403);
      assertThat(
              person().loggedIn("requester").opens("/camunda/app/tasklist/default/").statusCode())
          .isEqualTo(403);
    }

    @Test
    void writesDownWhichRolesSomebodyGotAndLostSince() {
      realm.create("mover", "cab", "service-desk");
      try {
        person().loggedIn("mover");
        realm.leave("mover", "cab");
        person().loggedIn("mover");
      } finally {
        realm.delete("mover");
      }

      var auditor = Program.bearer(port, realm.token("auditor"));
      assertThat(auditor.get("/api/roles?account=mover&group=cab").at("/content/0/takenBy"))
          .as("a role lost in the realm")
          .isEqualTo("system");
      var kept = auditor.get("/api/roles?account=mover&group=service-desk").body().path("content");
      assertThat(kept).hasSize(1);
      assertThat(kept.at("/0/until").isNull()).isTrue();
    }

    @Test
    void isBoundToTheBrowserThatBeganIt() {
      var browser = person();
      var first = browser.asks("/oauth2/authorization/keycloak");

      assertThat(location(first))
          .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=");
      assertThat(browser.opens("/login/oauth2/code/keycloak?code=stolen&state=guessed").uri())
          .hasPath("/login")
          .hasQuery("again");
    }

    @Test
    void givesTheSessionANewName() {
      var browser = person();
      browser.asks("/incidents");
      var before = browser.cookie("JSESSIONID");

      browser.logsInFrom("/incidents", "agent");

      assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
      assertThat(before).isNotNull();
    }

    @Test
    void offersOneWayAndNoForm() {
      var page = person().opens("/login");

      assertThat(page.body())
          .contains("href=\"/oauth2/authorization/keycloak\"")
          .doesNotContain("type=\"password\"", "Demo accounts");
      assertThat(person().asks("/setup").statusCode()).isNotEqualTo(200);
    }

    @Test
    void isNotForAnAccountThatMeansTheSuiteItself() {
      realm.create("system", "camunda-admin");

      assertThat(person().logsInFrom("/", "system").uri()).hasPath("/login").hasQuery("account");

      realm.delete("system");
    }
  }

  @Nested
  class LoggingOut {

    private static final String ACCOUNT = "leaving-person";

    @BeforeEach
    void somebody() {
      realm.create(ACCOUNT, "auditors");
    }

    @AfterEach
    void nobody() {
      realm.delete(ACCOUNT);
    }

    @Test
    void endsTheSessionThereToo() {
      var one = person().loggedIn(ACCOUNT);
      assertThat(realm.sessions(ACCOUNT)).isEqualTo(1);

      var page = one.sends("/logout", Map.of());

      assertThat(page.uri()).hasPath("/login").hasQuery("logout");
      assertThat(page.body()).contains("You are logged out.");
      assertThat(realm.sessions(ACCOUNT)).isZero();
      assertThat(one.opens("/").body()).contains("kc-form-login");
    }

    @Test
    void fromAWebApplicationEndsTheSessionThereToo() {
      var one = person().loggedIn(ACCOUNT);
      one.opens("/camunda/app/tasklist/default/");

      var answer = one.posts("/camunda/api/admin/auth/user/default/logout", Map.of());

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(realm.sessions(ACCOUNT)).isZero();
      assertThat(isAStranger(one)).isTrue();
    }

    @Test
    void thereEndsTheSessionsHere() {
      var desk = person().loggedIn(ACCOUNT);
      var tablet = person().loggedIn(ACCOUNT);

      realm.logOut(ACCOUNT);

      soon().until(() -> isAStranger(desk));
      soon().until(() -> isAStranger(tablet));
      assertThat(desk.asks("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
    }

    @Test
    void ofOneBrowserLeavesTheOtherAlone() {
      var desk = person().loggedIn(ACCOUNT);
      var tablet = person().loggedIn(ACCOUNT);

      desk.sends("/logout", Map.of());

      assertThat(isAStranger(desk)).isTrue();
      assertThat(tablet.isKnownAs(ACCOUNT)).isTrue();
    }
  }

  @Nested
  class ALongSession {

    private static final String ACCOUNT = "changing-person";

    @BeforeEach
    void shortTokens() {
      realm.create(ACCOUNT, "service-desk");
      realm.accessTokensLive(Duration.ofSeconds(2));
    }

    @AfterEach
    void usualTokens() {
      realm.accessTokensLive(Duration.ofMinutes(5));
      realm.delete(ACCOUNT);
    }

    @Test
    void followsTheGroupsOfItsPerson() {
      var one = person().loggedIn(ACCOUNT);
      assertThat(one.opens("/outbox").statusCode()).isEqualTo(403);

      realm.join(ACCOUNT, "auditors");
      soon().until(() -> one.opens("/outbox").statusCode() == 200);
      assertThat(one.opens("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);

      realm.leave(ACCOUNT, "auditors");
      soon().until(() -> one.opens("/outbox").statusCode() == 403);
      assertThat(one.opens("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void endsWhenTheAccountIsClosed() {
      var one = person().loggedIn(ACCOUNT);

      realm.enable(ACCOUNT, false);

      soon().until(() -> isAStranger(one));
    }

    /** A refresh token counts once: of many requests at the same time only one may use it. */
    @Test
    void staysAliveWhenManyRequestsComeAtOnce() {
      var one = person().loggedIn(ACCOUNT);
      for (var round = 0; round < 4; round++) {
        var answers =
            IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> one.asks("/").statusCode()))
                .toList();
        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        var until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        await().until(() -> System.nanoTime() > until);
      }
      assertThat(realm.sessions(ACCOUNT)).isEqualTo(1);
    }
  }
}
