package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DemoSuite
class ProgramDoorsTest {

  @LocalServerPort int port;

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired IdentityService identity;
  @Autowired RuntimeService runtime;

  @Nested
  class WithoutLogIn {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/engine-rest",
          "/engine-rest/",
          "/engine-rest/version",
          "/engine-rest/process-definition",
          "/engine-rest/engine/default/process-definition",
          "/engine-rest/engine/default/deployment/create",
          "/engine-rest/deployment/create",
          "/engine-rest/user",
          "/engine-rest/task",
          "/engine-rest/history/task",
          "/engine-rest/nothing",
          "/api",
          "/api/nothing",
          "/api/probe/me",
          "/actuator",
          "/actuator/env",
          "/actuator/prometheus",
          "/actuator/metrics",
          "/v3/api-docs",
          "/v3/api-docs/swagger-config",
          "/camunda/api/engine/engine/default/user",
          "/camunda/api/admin/setup/default/user/create"
        })
    void programsGet401(String address) {
      assertThat(Visitor.browser(port).get(address).statusCode()).isEqualTo(401);
    }

    @Test
    void noMappedAddressAnswers() {
      var open = List.of("/login", "/logout", "/setup", "/error");
      assertThat(
              requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                  .flatMap(mapping -> mapping.getPatternValues().stream())
                  .map(pattern -> pattern.replaceAll("\\{[^}]*}|\\*+", "x"))
                  .distinct())
          .isNotEmpty()
          .allSatisfy(
              address -> {
                if (!open.contains(address)) {
                  assertThat(Visitor.browser(port).get(address).statusCode()).isIn(302, 401);
                }
              });
    }

    @Test
    void healthSaysUpAndNoMore() {
      var answer = Visitor.browser(port).get("/actuator/health");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void aProgramIsToldHowToLogIn() {
      var answer = Visitor.browser(port).get("/api/probe/me");
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(answer.body()).contains("\"key\":\"login.required\"", "\"status\":401");
    }
  }

  @Nested
  class WithBasic {

    @Test
    void theEngineKnowsWhoCallsAndTheirGroups() {
      assertThat(Visitor.program(port, "cab-chair").get("/api/probe/me").body())
          .contains("\"actor\":\"cab-chair\"", "\"engine\":\"cab-chair\"", "cab-chairs");
    }

    @Test
    void theEngineForgetsAfterwards() {
      var browser = Visitor.browser(port);
      browser.logIn("cab-1", "cab-1");
      // More calls than idle threads, so that each has served somebody whom it must have forgotten.
      for (int i = 0; i < 40; i++) {
        Visitor.program(port, "agent").get("/engine-rest/task");
        Visitor.program(port, "agent").get("/api/probe/fail/badly");
      }
      for (int i = 0; i < 40; i++) {
        assertThat(browser.get("/probe/me").body())
            .contains("\"actor\":\"cab-1\"", "\"engine\":\"nobody\"");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x"})
    void theEngineReadsNoMoreThanOurOwnApi(String type) {
      var body = BodyPublishers.ofString("x".repeat(200_000));
      var answer =
          Visitor.program(port, "agent")
              .send("POST", "/engine-rest/task/1/variables/a/data", body, "Content-Type", type);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"key\":\"request.too-large\"");
    }

    @Test
    void theEngineReadsNoMoreOfABodyThatDoesNotSayHowLongItIs() {
      var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]));
      var answer =
          Visitor.program(port, "agent")
              .send("POST", "/engine-rest/task", body, "Content-Type", "application/json");
      assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void noSessionIsMade() {
      assertThat(Visitor.program(port, "agent").get("/api/probe/me").headers().map())
          .doesNotContainKey("set-cookie");
    }

    @Test
    void trustedCallsSkipTheChecksAndKeepThePerson() {
      assertThat(Visitor.program(port, "requester").get("/api/probe/trusted").body())
          .contains("\"plain\":1", "\"trusted\":25", "\"after\":1", "\"engine\":\"requester\"");
    }

    @Test
    void aWrongPasswordIsRefused() {
      var answer = Visitor.program(port, "ecab-3", "wrong").get("/api/probe/me");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("\"key\":\"login.refused\"");
    }

    @Test
    void answersAreDeadWhereABrowserOpensThem() {
      var headers = Visitor.program(port, "agent").get("/api/probe/me").headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "sandbox");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anUnknownAccountLooksLikeAWrongPassword() {
      var answer = Visitor.program(port, "nobody-here").get("/engine-rest/task");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("\"key\":\"login.refused\"");
    }
  }

  @Nested
  class Rights {

    static Stream<String> staff() {
      return Stream.of("agent", "specialist", "engineer", "change-manager", "cab-1");
    }

    @ParameterizedTest
    @MethodSource("staff")
    void staffSeeTheirFiltersAndThemselvesOnly(String account) {
      var person = Visitor.program(port, account);
      assertThat(person.get("/engine-rest/filter").body())
          .contains("\"My tasks\"", "\"My groups\"", "\"Overdue\"");
      assertThat(person.get("/engine-rest/user/count").body()).isEqualTo("{\"count\":1}");
      assertThat(person.get("/engine-rest/deployment/count").body()).isEqualTo("{\"count\":0}");
      assertThat(person.get("/engine-rest/authorization/count").body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void theFiltersCanBeRead() {
      var person = Visitor.program(port, "agent");
      var ids =
          java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"")
              .matcher(person.get("/engine-rest/filter").body());
      while (ids.find()) {
        var list = person.get("/engine-rest/filter/" + ids.group(1) + "/list");
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "auditor", "incident-manager", "process-owner"})
    void nobodyButTheSuiteStartsAProcess(String account) {
      long before = runtime.createProcessInstanceQuery().count();
      var answer =
          Visitor.program(port, account)
              .json("/engine-rest/process-definition/key/incident-triage/start", "{}");
      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "auditor", "incident-manager"})
    void nobodyButAdministratorsMakesFiltersOrAccounts(String account) {
      var person = Visitor.program(port, account);
      assertThat(
              person
                  .json(
                      "/engine-rest/filter/create",
                      "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}")
                  .statusCode())
          .as("filter")
          .isEqualTo(403);
      assertThat(
              person
                  .json(
                      "/engine-rest/user/create",
                      "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}")
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              person
                  .send(
                      "PUT",
                      "/engine-rest/group/camunda-admin/members/" + account,
                      BodyPublishers.noBody())
                  .statusCode())
          .isEqualTo(403);
    }

    @Test
    void nobodyDeletesTheirOwnAccount() {
      var answer =
          Visitor.program(port, "auditor")
              .send("DELETE", "/engine-rest/user/auditor", BodyPublishers.noBody());
      assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void anAuditorReadsWhoMayWhat() {
      var auditor = Visitor.program(port, "auditor");
      assertThat(auditor.get("/engine-rest/user/count").body()).isEqualTo("{\"count\":25}");
      assertThat(auditor.get("/engine-rest/group/count").body()).isEqualTo("{\"count\":21}");
      assertThat(auditor.get("/engine-rest/authorization/count").body())
          .isNotEqualTo("{\"count\":0}");
      assertThat(auditor.get("/engine-rest/history/process-instance").body()).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "customer-contact", "supplier-1"})
    void thoseOutsideHaveNoBusinessWithTheEngine(String account) {
      var person = Visitor.program(port, account);
      assertThat(person.get("/engine-rest/task").statusCode()).isEqualTo(403);
      assertThat(person.get("/engine-rest/engine/default/user").statusCode()).isEqualTo(403);
      assertThat(person.get("/api/probe/me").statusCode()).isEqualTo(200);
    }

    @Test
    void theAdministratorManagesAccounts() {
      assertThat(Visitor.program(port, "admin").get("/engine-rest/user/count").body())
          .isEqualTo("{\"count\":25}");
      assertThat(Visitor.program(port, "admin").get("/engine-rest/authorization/count").body())
          .isNotEqualTo("{\"count\":0}");
    }

    @Test
    void measurementsAreForAdministratorsAndNothingElseIsExposed() {
      assertThat(Visitor.program(port, "agent").get("/actuator/prometheus").statusCode())
          .isEqualTo(403);
      var admin = Visitor.program(port, "admin");
      assertThat(admin.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
      assertThat(admin.get("/actuator/metrics").statusCode()).isEqualTo(200);
      for (var name :
          new String[] {"env", "beans", "heapdump", "configprops", "loggers", "shutdown"}) {
        assertThat(admin.get("/actuator/" + name).statusCode()).as(name).isEqualTo(404);
      }
    }
  }

  @Test
  void theEnginesDatesKeepTheirForm() {
    assertThat(Visitor.program(port, "auditor").get("/engine-rest/history/user-operation").body())
        .doesNotContainPattern("\"timestamp\":\\d");
  }
}
