package org.itsmsuite.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who takes a task, and who gives it to whom, at every address of the engine's REST API. */
@DemoSuite
class GivingTasksTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEBAPP = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  private String number;
  private String task;

  @BeforeEach
  void aTaskOfTheServiceDesk() {
    number = reported(Program.of(port, "requester"), report());
    task =
        Program.of(port, "agent")
            .get("/engine-rest/task?processInstanceBusinessKey=" + number)
            .at("/0/id");
  }

  static Stream<String> addresses() {
    return Stream.of("/engine-rest", "/engine-rest/engine/default", WEBAPP);
  }

  /** Status and key. */
  private String send(String account, String method, String address, String body) {
    var type = "application/json";
    var answer =
        address.startsWith("/camunda")
            ? inTasklist(account, method, address, body, type)
            : Visitor.program(port, account)
                .send(method, address, BodyPublishers.ofString(body), "Content-Type", type);
    return answer.statusCode() + " " + key(answer.body());
  }

  private HttpResponse<String> inTasklist(
      String account, String method, String address, String body, String type) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    browser.get("/camunda/app/tasklist/default/");
    var token = browser.cookie("XSRF-TOKEN");
    return browser.send(
        method,
        address,
        BodyPublishers.ofString(body),
        "Content-Type",
        type,
        "X-XSRF-TOKEN",
        token);
  }

  private static String key(String body) {
    try {
      return body.isEmpty() ? "" : JSON.readTree(body).path("key").asText();
    } catch (JsonProcessingException no) {
      throw new AssertionError("No JSON: " + body, no);
    }
  }

  private String sends(String account, String address, String step, Map<String, ?> body) {
    return send(account, "POST", address + "/task/" + task + "/" + step, Program.json(body));
  }

  private JsonNode shown() {
    return Program.of(port, "admin").get("/engine-rest/task/" + task).body();
  }

  private String holder() {
    return shown().path("assignee").asText();
  }

  @Nested
  class SomebodyItIsOfferedTo {

    @ParameterizedTest
    @MethodSource("org.itsmsuite.engine.web.GivingTasksTest#addresses")
    void takesItForThemselvesAndGivesItBack(String address) {
      assertThat(sends("agent", address, "claim", Map.of("userId", "agent"))).isEqualTo("204 ");
      assertThat(holder()).isEqualTo("agent");

      assertThat(send("agent", "POST", address + "/task/" + task + "/unclaim", "{}"))
          .isEqualTo("204 ");
      assertThat(holder()).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource("org.itsmsuite.engine.web.GivingTasksTest#addresses")
    void takesItForNobodyElse(String address) {
      for (String other : new String[] {"incident-manager", "specialist", "auditor", "nobody"}) {
        assertThat(sends("agent", address, "claim", Map.of("userId", other)))
            .as(other)
            .isEqualTo("403 task.claim-for-oneself");
      }
      assertThat(holder()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "delegate"})
    void givesItToNobodyElseOnceTheyHaveIt(String step) {
      sends("agent", "/engine-rest", "claim", Map.of("userId", "agent"));

      assertThat(sends("agent", "/engine-rest", step, Map.of("userId", "nobody")))
          .isEqualTo("403 task.claim-for-oneself");
      assertThat(holder()).isEqualTo("agent");
    }

    @Test
    void isToldThatATakingNeedsABody() {
      var address = "/engine-rest/task/" + task + "/claim";
      var nothing = Visitor.program(port, "agent").send("POST", address, BodyPublishers.noBody());
      assertThat(nothing.statusCode() + " " + key(nothing.body()))
          .isEqualTo("400 request.missing-body");
      assertThat(send("agent", "POST", address, "null")).isEqualTo("400 request.missing-body");
      assertThat(send("agent", "POST", address, "")).isEqualTo("400 task.claim-names-nobody");
      assertThat(sends("agent", "/engine-rest", "claim", Map.of()))
          .isEqualTo("400 task.claim-names-nobody");
    }
  }

  @Nested
  class AnAdministrator {

    @ParameterizedTest
    @MethodSource("org.itsmsuite.engine.web.GivingTasksTest#addresses")
    void givesItToThoseItIsOfferedToOnly(String address) {
      for (String other : new String[] {"engineer", "auditor", "requester", "nobody"}) {
        for (String step : new String[] {"assignee", "delegate"}) {
          assertThat(sends("admin", address, step, Map.of("userId", other)))
              .as(step + " " + other)
              .isEqualTo("403 task.not-offered-to-them");
        }
      }
      assertThat(holder()).isEqualTo("null");

      assertThat(sends("admin", address, "assignee", Map.of("userId", "agent"))).isEqualTo("204 ");
      assertThat(holder()).isEqualTo("agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "owner"})
    void doesNotGetAroundThatByLinkingPeople(String type) {
      assertThat(
              sends(
                  "admin",
                  "/engine-rest",
                  "identity-links",
                  Map.of("userId", "auditor", "type", type)))
          .isEqualTo("403 task.not-offered-to-them");
      assertThat(holder()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidate", "watcher"})
    void changesNotWhomItIsOfferedTo(String type) {
      for (String step : new String[] {"identity-links", "identity-links/delete"}) {
        for (String who : new String[] {"userId", "groupId"}) {
          assertThat(sends("admin", "/engine-rest", step, Map.of(who, "auditors", "type", type)))
              .as(step + who)
              .isEqualTo("403 task.offer-follows-record");
        }
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "owner"})
    void doesNotGetAroundThatByChangingTheWholeTask(String field) {
      Map<String, Object> body = new HashMap<>(Map.of("name", "Other", field, "nobody"));
      assertThat(send("admin", "PUT", "/engine-rest/task/" + task, Program.json(body)))
          .isEqualTo("403 task.not-offered-to-them");
      assertThat(shown().path("name").asText()).contains(number);
    }

    @Test
    void makesNoTasks() {
      assertThat(
              send(
                  "admin",
                  "POST",
                  "/engine-rest/task/create",
                  Program.json(Map.of("name", "Extra", "assignee", "auditor"))))
          .startsWith("4");
    }
  }
}
