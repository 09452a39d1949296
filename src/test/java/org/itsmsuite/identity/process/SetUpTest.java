package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.identity.SetUp;
import org.itsmsuite.web.StandIns;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** A suite without demo accounts, from its first start to its first administrator. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:set-up;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.generate-unique-process-engine-name=true",
      // The web applications find their engine through static fields: one context in a JVM has
      // them.
      "spring.autoconfigure.exclude="
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
      "itsm.demo=false"
    })
@Import(StandIns.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTest {

  private static final String GOOD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired SetUp setUp;
  @Autowired IdentityService identity;
  @Autowired DemoAccountsSeed demoAccounts;

  @Test
  @Order(1)
  void startsWithGroupsAndWithoutAccounts() {
    assertThat(identity.createUserQuery().count()).isZero();
    assertThat(identity.createGroupQuery().count()).isEqualTo(Groups.ids().size());
    assertThat(Visitor.browser(port).get("/login").body())
        .doesNotContain("security-officer")
        .contains("/setup");
    assertThat(Visitor.program(port, "admin").get("/api/x").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void refusesAWrongTokenAndAShortPassword() {
    var token = setUp.token().orElseThrow();
    assertThat(token).hasSize(40);
    assertThat(complete("guess", GOOD, GOOD)).contains("setup.wrong-token");
    assertThat(complete("", GOOD, GOOD)).contains("setup.wrong-token");
    assertThat(complete(token, "short", "short")).contains("password.too-short");
    assertThat(complete(token, "my admin password", "my admin password"))
        .contains("password.contains-name");
    assertThat(complete(token, GOOD, "another battery")).contains("setup.not-repeated");
    assertThat(identity.createUserQuery().count()).isZero();
  }

  @Test
  @Order(3)
  void refusesAFormThatIsNotOurs() {
    var forged =
        Visitor.browser(port)
            .bareForm(
                "/setup",
                Map.of("token", setUp.token().orElseThrow(), "password", GOOD, "repeated", GOOD));
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @Test
  @Order(4)
  void makesOneAdministratorAndCloses() {
    var token = setUp.token().orElseThrow();
    var browser = Visitor.browser(port);
    var answer = browser.form("/setup", Map.of("token", token, "password", GOOD, "repeated", GOOD));
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?ready");
    assertThat(Visitor.program(port, "admin", GOOD).get("/api/x").statusCode()).isEqualTo(404);
    assertThat(browser.get("/setup").statusCode()).isEqualTo(404);
    assertThat(browser.get("/login").body()).doesNotContain("/setup");
    assertThat(setUp.token()).isEmpty();
  }

  @Test
  @Order(5)
  void doesNotOpenAgain() {
    setUp.prepare();
    assertThat(setUp.isOpen()).isFalse();
  }

  @Test
  @Order(6)
  void removesDemoAccountsThatStillHaveTheKnownPassword() {
    DemoAccount.ALL.stream()
        .filter(account -> !account.name().equals("admin"))
        .forEach(account -> demo(account.name(), account.name()));
    var changed = identity.createUserQuery().userId("agent").singleResult();
    changed.setPassword("no longer the name");
    identity.saveUser(changed);

    demoAccounts.removeUnchanged();

    assertThat(identity.createUserQuery().list())
        .extracting(User::getId)
        .containsExactlyInAnyOrder("admin", "agent");
    assertThat(identity.checkPassword("agent", "no longer the name")).isTrue();
  }

  private void demo(String name, String password) {
    var user = identity.newUser(name);
    user.setPassword(password);
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }

  private String complete(String token, String password, String repeated) {
    return Visitor.browser(port)
        .form("/setup", Map.of("token", token, "password", password, "repeated", repeated))
        .body();
  }
}
