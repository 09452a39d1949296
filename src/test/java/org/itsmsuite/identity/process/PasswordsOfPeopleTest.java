package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Demo accounts have weak passwords; whatever people set has to be a good one all the same. */
@DemoSuite
class PasswordsOfPeopleTest {

  private static final String GOOD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired IdentityService identity;

  private final String account = "newcomer-" + UUID.randomUUID().toString().substring(0, 8);
  private Visitor admin;

  @BeforeEach
  void theAdministrator() {
    admin = Visitor.program(port, "admin");
  }

  @AfterEach
  void theAccountGoes() {
    identity.deleteUser(account);
  }

  private HttpResponse<String> create(String password) {
    return admin.json("/engine-rest/user/create", Program.json(withPassword(password)));
  }

  private Map<String, Object> withPassword(String password) {
    Map<String, Object> sent = new HashMap<>();
    sent.put("profile", Map.of("id", account, "firstName", "New", "lastName", "Comer"));
    sent.put("credentials", password == null ? null : Map.of("password", password));
    return sent;
  }

  private static HttpResponse<String> change(
      Visitor by, String account, String own, String password) {
    return by.send(
        "PUT",
        "/engine-rest/user/" + account + "/credentials",
        BodyPublishers.ofString(
            Program.json(Map.of("password", password, "authenticatedUserPassword", own))),
        "Content-Type",
        "application/json");
  }

  private int logsIn(String password) {
    return Visitor.program(port, account, password).get("/api/probe/me").statusCode();
  }

  @Nested
  class ANewAccount {

    @ParameterizedTest
    @CsvSource({
      "'', password.too-short",
      "x, password.too-short",
      "elevenchars, password.too-short"
    })
    void isRefusedWithAWeakPassword(String password, String key) {
      var answer = create(password);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body())
          .contains("\"key\":\"" + key + "\"", "at least 12 characters")
          .doesNotContain("Exception");
      assertThat(identity.createUserQuery().userId(account).count()).isZero();
    }

    @Test
    void isRefusedWithItsNameAsPasswordAndWithAnEndlessOne() {
      assertThat(create("my " + account).body()).contains("password.contains-name");
      assertThat(create("x".repeat(201)).body()).contains("password.too-long");
    }

    @Test
    void getsInWithAGoodOne() {
      assertThat(create(GOOD).statusCode()).isEqualTo(204);
      assertThat(logsIn(GOOD)).isEqualTo(200);
    }

    @Test
    void withoutAPasswordLetsNobodyInAndBreaksNothing() {
      assertThat(create(null).statusCode()).isEqualTo(204);
      assertThat(logsIn("anything")).isEqualTo(401);
    }
  }

  @Nested
  class AChange {

    @BeforeEach
    void somebody() {
      assertThat(create(GOOD).statusCode()).isEqualTo(204);
      identity.createMembership(account, "service-desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void ofOnesOwnPasswordToAWeakOneIsRefused(String weak) {
      var answer = change(Visitor.program(port, account, GOOD), account, GOOD, weak);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("password.too-short");
      assertThat(logsIn(GOOD)).isEqualTo(200);
    }

    @Test
    void byAnAdministratorIsHeldAgainstTheSameRules() {
      assertThat(change(admin, account, "admin", "").body()).contains("password.too-short");
      assertThat(change(admin, account, "admin", "another good one").statusCode()).isEqualTo(204);
      assertThat(logsIn("another good one")).isEqualTo(200);
    }

    @Test
    void inAdminIsHeldAgainstThemToo() {
      var browser = Visitor.browser(port);
      browser.logIn("admin", "admin");
      browser.get("/camunda/app/admin/default/");
      var answer =
          browser.send(
              "PUT",
              "/camunda/api/engine/engine/default/user/" + account + "/credentials",
              BodyPublishers.ofString(
                  "{\"password\": \"\", \"authenticatedUserPassword\": \"admin\"}"),
              "Content-Type",
              "application/json",
              "X-XSRF-TOKEN",
              browser.cookie("XSRF-TOKEN"));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("password.too-short");
      assertThat(logsIn(GOOD)).isEqualTo(200);
    }

    @Test
    void ofADemoAccountsNameLeavesItsPasswordAlone() {
      identity.deleteUser(account);
      var demo = identity.createUserQuery().userId("cab-3").singleResult();
      demo.setFirstName(demo.getFirstName());
      identity.saveUser(demo);

      assertThat(Visitor.program(port, "cab-3").get("/api/probe/me").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class TheSessionsOfTheAccount {

    private static final String ANOTHER = "another good one";

    @BeforeEach
    void somebody() {
      assertThat(create(GOOD).statusCode()).isEqualTo(204);
      identity.createMembership(account, "service-desk");
    }

    private Visitor loggedIn(String password) {
      var browser = Visitor.browser(port);
      browser.logIn(account, password);
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
      return browser;
    }

    /** As Camunda's web applications let people do it. */
    private HttpResponse<String> changeInWebapp(Visitor browser) {
      browser.get("/camunda/app/tasklist/default/");
      return browser.send(
          "PUT",
          "/camunda/api/engine/engine/default/user/" + account + "/credentials",
          BodyPublishers.ofString(
              Program.json(Map.of("password", ANOTHER, "authenticatedUserPassword", GOOD))),
          "Content-Type",
          "application/json",
          "X-XSRF-TOKEN",
          browser.cookie("XSRF-TOKEN"));
    }

    private static void isOver(Visitor browser) {
      var webapp = browser.get("/camunda/api/engine/engine/default/task/count");
      assertThat(webapp.statusCode()).as(webapp.body()).isEqualTo(401);
      var page = browser.get("/");
      assertThat(page.statusCode()).isEqualTo(302);
      assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void areOverOnceAnAdministratorSetsAnotherPassword() {
      var browser = loggedIn(GOOD);

      assertThat(change(admin, account, "admin", ANOTHER).statusCode()).isEqualTo(204);

      isOver(browser);
      loggedIn(ANOTHER);
    }

    @Test
    void areOverOnceThePersonSetsAnotherOnButForTheOneTheyDidItIn() {
      var elsewhere = loggedIn(GOOD);
      var here = loggedIn(GOOD);

      assertThat(changeInWebapp(here).statusCode()).isEqualTo(204);

      isOver(elsewhere);
      assertThat(here.get("/").statusCode()).isEqualTo(200);
      assertThat(here.get("/camunda/api/engine/engine/default/task/count").statusCode())
          .isEqualTo(200);
    }

    @Test
    void areOverOnceTheAccountIsMadeAnew() {
      var browser = loggedIn(GOOD);
      identity.deleteUser(account);
      assertThat(create(GOOD).statusCode()).isEqualTo(204);
      identity.createMembership(account, "service-desk");

      isOver(browser);
    }

    @Test
    void goOnWhenOnlyTheNameOfThePersonChanges() {
      var browser = loggedIn(GOOD);
      var user = identity.createUserQuery().userId(account).singleResult();
      user.setFirstName("Other");
      identity.saveUser(user);

      assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class TheRules {

    private static final String ADDRESS = "/engine-rest/identity/password-policy";

    @Test
    void areToldToWhoeverAsks() {
      var told = Program.of(port, "agent").get(ADDRESS);

      assertThat(told.status()).isEqualTo(200);
      assertThat(told.body().findValuesAsText("placeholder"))
          .containsExactly("PASSWORD_POLICY_LENGTH", "PASSWORD_POLICY_USER_DATA");
      assertThat(told.at("/rules/0/parameter/minLength")).isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource({
      "'', false, false, true",
      "short, false, false, true",
      "correct horse battery, true, true, true",
      "my name is eve-of-the-desk, false, true, false"
    })
    void areHeldAgainstAPasswordBeforeItIsSet(
        String password, boolean valid, boolean length, boolean name) {
      for (var asking : new String[] {"agent", "auditor"}) {
        var told =
            Program.of(port, asking)
                .post(
                    ADDRESS,
                    Map.of("password", password, "profile", Map.of("id", "eve-of-the-desk")));

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.at("valid")).isEqualTo(String.valueOf(valid));
        assertThat(told.body().path("rules"))
            .extracting(rule -> rule.path("placeholder").asText() + " " + rule.path("valid"))
            .containsExactlyInAnyOrder(
                "PASSWORD_POLICY_LENGTH " + length, "PASSWORD_POLICY_USER_DATA " + name);
      }
    }

    @Test
    void cannotBeAskedAboutNothing() {
      assertThat(Program.of(port, "agent").post(ADDRESS, Map.of()).refusal())
          .isEqualTo("400 request.missing");
    }
  }
}
