package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The suite always has somebody who administers it, and goes on where it has not. */
@DemoSuite
class AdministratorsTest {

  private static final String PROGRAMS = "/engine-rest";
  private static final String WEBAPP = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  @Autowired IdentityService identity;

  private HttpResponse<String> delete(String address) {
    if (!address.startsWith(WEBAPP)) {
      return Visitor.program(port, "admin").send("DELETE", address, BodyPublishers.noBody());
    }
    var browser = Visitor.browser(port);
    browser.logIn("admin", "admin");
    browser.get("/camunda/app/admin/default/");
    return browser.send(
        "DELETE", address, BodyPublishers.noBody(), "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
  }

  @ParameterizedTest
  @CsvSource({
    PROGRAMS + "/group/camunda-admin/members/admin, identity.last-administrator",
    WEBAPP + "/group/camunda-admin/members/admin, identity.last-administrator",
    PROGRAMS + "/user/admin, identity.last-administrator",
    WEBAPP + "/user/admin, identity.last-administrator",
    PROGRAMS + "/group/camunda-admin, identity.group-needed",
    WEBAPP + "/group/camunda-admin, identity.group-needed",
    PROGRAMS + "/group/second-level, identity.group-needed",
    WEBAPP + "/group/second-level, identity.group-needed"
  })
  void doNotTakeAwayWhatTheSuiteNeeds(String address, String key) {
    var answer = delete(address);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("\"key\":\"" + key + "\"").doesNotContain("Exception");
    assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").userId("admin").count())
        .isEqualTo(1);
    assertThat(identity.createGroupQuery().groupId("second-level").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "system, 400 identity.reserved-name",
    "System, 400 identity.reserved-name",
    ".., 400 identity.reserved-name",
    "AGENT, 409 identity.name-taken",
    "agent, 409 identity.name-taken"
  })
  void makeNoAccountThatPassesForAnother(String name, String refusal) {
    var answer =
        Program.of(port, "admin")
            .post(
                "/engine-rest/user/create",
                Map.of(
                    "profile", Map.of("id", name),
                    "credentials", Map.of("password", "correct horse battery")));

    assertThat(answer.refusal()).as(answer.text()).isEqualTo(refusal);
  }

  @Test
  void letNobodyInByANameOfTheSuitesOwnFromBeforeItWasRefused() {
    var account = identity.newUser("system");
    account.setPassword("system");
    ((IdentityServiceImpl) identity).saveUser(account, true);
    identity.createMembership("system", "camunda-admin");
    try {
      assertThat(Visitor.program(port, "system").get("/api/probe/me").statusCode()).isEqualTo(401);
    } finally {
      identity.deleteUser("system");
    }
  }

  /** Such as where a group is empty at an identity provider. */
  @Nested
  class WhereThereIsNone {

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void theWebApplicationsShowThemselvesToStaff(String application) {
      identity.deleteMembership("admin", "camunda-admin");
      try {
        var browser = Visitor.browser(port);
        browser.logIn("agent", "agent");
        var page = browser.get("/camunda/app/" + application + "/default/");

        assertThat(page.statusCode()).as(page.headers().toString()).isEqualTo(200);
        assertThat(page.body()).contains("<base href");
        assertThat(page.headers().firstValue("X-Authorized-User")).contains("agent");
        assertThat(browser.cookie("XSRF-TOKEN")).isNotNull();
      } finally {
        identity.createMembership("admin", "camunda-admin");
      }
    }
  }
}
