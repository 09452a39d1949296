package org.itsmsuite.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What Tasklist lets people press and the suite does not have is answered with what to do instead.
 */
@DemoSuite
class TasklistOffersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEBAPP = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  private String task;

  @BeforeEach
  void aTaskOfTheServiceDesk() {
    String number = reported(Program.of(port, "requester"), report());
    task =
        Program.of(port, "agent")
            .get("/engine-rest/task?processInstanceBusinessKey=" + number)
            .at("/0/id");
  }

  static Stream<String> addresses() {
    return Stream.of("/engine-rest", "/engine-rest/engine/default", WEBAPP);
  }

  private HttpResponse<String> send(String account, String method, String address, String body) {
    var type = "application/json";
    if (!address.startsWith(WEBAPP)) {
      return Visitor.program(port, account)
          .send(method, address, BodyPublishers.ofString(body), "Content-Type", type);
    }
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    browser.get("/camunda/app/tasklist/default/");
    return browser.send(
        method,
        address,
        BodyPublishers.ofString(body),
        "Content-Type",
        type,
        "X-XSRF-TOKEN",
        browser.cookie("XSRF-TOKEN"));
  }

  /** The whole task as it was read, with which form it has. */
  private ObjectNode read(String account) {
    JsonNode read = Program.of(port, account).get("/engine-rest/task/" + task).body();
    assertThat(read.path("camundaFormRef").path("key").asText()).isEqualTo("triage-incident");
    return ((ObjectNode) read).deepCopy();
  }

  private static void isRefused(HttpResponse<String> answer, int status, String key)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var told = JSON.readTree(answer.body());
    assertThat(told.path("key").asText()).isEqualTo(key);
    assertThat(told.path("message").asText()).startsWith(key + ": ").contains("record");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void theDueDateIsNotTakenAway(String api) throws Exception {
    var changed = read("agent").putNull("due");

    isRefused(
        send("agent", "PUT", api + "/task/" + task, changed.toString()),
        403,
        "task.follows-record");
    assertThat(read("agent").path("due").isNull()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aFollowUpDateIsNotSet(String api) throws Exception {
    var changed = read("agent").put("followUp", "2027-01-01T10:00:00.000+0000");

    isRefused(
        send("agent", "PUT", api + "/task/" + task, changed.toString()),
        403,
        "task.follows-record");
  }

  @Test
  void whoeverHasTheRightSendsATaskBackAsTheyGotIt() {
    var changed = read("admin").put("followUp", "2027-01-01T10:00:00.000+0000");

    var answer = send("admin", "PUT", WEBAPP + "/task/" + task, changed.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(read("admin").path("followUp").asText()).startsWith("2027-01-01");
  }

  @Test
  void whoeverHasNothingToDoWithItHearsNothingMore() {
    var answer = send("auditor", "PUT", "/engine-rest/task/" + task, "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("follows-record");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aCommentIsSentToTheRecordsPage(String api) throws Exception {
    for (String account : new String[] {"agent", "admin"}) {
      isRefused(
          send(
              account,
              "POST",
              api + "/task/" + task + "/comment/create",
              "{\"message\": \"The queue is full\"}"),
          409,
          "task.comment-on-record");
    }
  }
}
