package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoSuite
class IncidentApiTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @LocalServerPort int port;
  Program requester;
  Program agent;

  @BeforeEach
  void itIsMondayNine() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    requester = Program.of(port, "requester");
    agent = Program.of(port, "agent");
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  @Nested
  class Reporting {

    @Test
    void answersWithTheRecordAndItsAddress() {
      var answer = requester.post("/api/incidents", report("description", "Since nine"));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.at("number")).matches("INC-\\d{6}");
      assertThat(answer.location()).isEqualTo("/api/incidents/" + answer.at("number"));
      assertThat(requester.get(answer.location()).body()).isEqualTo(answer.body());
    }

    @Test
    void givesTheContractsFields() {
      var body = requester.post("/api/incidents", report("description", "Since nine")).body();

      assertThat(names(body))
          .contains(
              "number",
              "status",
              "title",
              "description",
              "service",
              "configurationItem",
              "kind",
              "impact",
              "urgency",
              "category",
              "channel",
              "security",
              "requester",
              "customer",
              "priority",
              "group",
              "assignee",
              "openedAt",
              "clocks",
              "process",
              "links");
      assertThat(body.path("status").asText()).isEqualTo("NEW");
      assertThat(body.path("description").asText()).isEqualTo("Since nine");
      assertThat(body.path("priority").asText()).isEqualTo("P3");
      assertThat(body.path("group").asText()).isEqualTo("service-desk");
      assertThat(body.path("assignee").isNull()).isTrue();
      assertThat(body.path("requester").asText()).isEqualTo("requester");
      assertThat(body.path("customer").asText()).isEqualTo("north-office");
      assertThat(body.path("channel").asText()).isEqualTo("api");
      assertThat(body.path("openedAt").asText()).isEqualTo("2026-03-02T08:00:00Z");
      assertThat(body.path("links")).isEmpty();
    }

    @Test
    void startsTheProcess() {
      var process = requester.post("/api/incidents", report()).body().path("process");

      assertThat(names(process)).containsExactly("key", "version", "versionTag", "instanceId");
      assertThat(process.path("key").asText()).isEqualTo("incident-triage");
      assertThat(process.path("version").isInt()).isTrue();
      assertThat(process.path("versionTag").asText()).isEqualTo("1.2.0");
      assertThat(process.path("instanceId").asText()).isNotEmpty();
    }

    @Test
    void startsTheClocks() {
      var clocks = requester.post("/api/incidents", report()).body().path("clocks");

      assertThat(clocks).hasSize(2);
      assertThat(names(clocks.path(0)))
          .containsExactly(
              "kind",
              "target",
              "calendar",
              "startedAt",
              "dueAt",
              "state",
              "elapsed",
              "agreement",
              "requirement");
      assertThat(clocks)
          .extracting(
              clock ->
                  clock.path("kind").asText()
                      + " "
                      + clock.path("target").asText()
                      + " "
                      + clock.path("dueAt").asText()
                      + " "
                      + clock.path("state").asText()
                      + " "
                      + clock.path("elapsed").asText())
          .containsExactlyInAnyOrder(
              "RESPONSE PT2H 2026-03-02T10:00:00Z RUNNING PT0S",
              "RESOLUTION PT20H 2026-03-04T08:00:00Z RUNNING PT0S");
    }

    @Test
    void takesARequesterFromStaffOnly() {
      assertThat(
              requester.post("/api/incidents", report("requester", "customer-contact")).refusal())
          .isEqualTo("403 incident.report-for-others-not-allowed");
      var byAgent = agent.post("/api/incidents", report("requester", "requester"));
      assertThat(byAgent.at("requester")).isEqualTo("requester");
      assertThat(byAgent.at("customer")).isEqualTo("north-office");
    }

    @Test
    void answersAServiceOfOtherCustomersLikeNone() {
      var answer = requester.post("/api/incidents", report("service", "legal"));
      assertThat(answer.refusal()).isEqualTo("400 incident.unknown-service");
      assertThat(answer.field()).isEqualTo("service");
      var none = requester.post("/api/incidents", report("service", "lagel"));
      assertThat(answer.text().replace("legal", "lagel")).isEqualTo(none.text());
    }

    @Test
    void tellsStaffWhichServiceACustomerDoesNotReceive() {
      var content = report("service", "legal");
      content.put("requester", "requester");
      var answer = agent.post("/api/incidents", content);
      assertThat(answer.refusal()).isEqualTo("400 incident.not-your-service");
    }

    @Test
    void needsALogIn() {
      var nobody = org.itsmsuite.web.Visitor.browser(port).json("/api/incidents", "{}");
      assertThat(nobody.statusCode()).isEqualTo(401);
    }

    @Test
    void isNotForTheAuditor() {
      assertThat(Program.of(port, "auditor").post("/api/incidents", report()).refusal())
          .isEqualTo("403 audit.read-only");
    }
  }

  @Nested
  class Repeating {

    private final String key = UUID.randomUUID().toString();

    private Answer send(Program who, Map<String, Object> report) {
      return who.post("/api/incidents", report, "Idempotency-Key", key);
    }

    @Test
    void theSameReportGivesTheSameRecord() {
      var first = send(requester, report());
      var second = send(requester, report());
      assertThat(second.status()).isEqualTo(201);
      assertThat(second.at("number")).isEqualTo(first.at("number"));
      assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void anotherReportWithTheSameKeyIsRefused() {
      send(requester, report());
      assertThat(send(requester, report("title", "Something else")).refusal())
          .isEqualTo("409 request.idempotency-key-reused");
    }

    @Test
    void aRefusedReportDoesNotUseTheKeyUp() {
      assertThat(send(requester, report("service", "no-such")).status()).isEqualTo(400);
      assertThat(send(requester, report()).status()).isEqualTo(201);
    }

    @Test
    void anotherPersonsKeyIsAnotherKey() {
      assertThat(send(agent, report()).at("number"))
          .isNotEqualTo(send(requester, report()).at("number"));
    }

    @Test
    void theAnswerShowsTheRecordAsItIsNow() {
      var number = send(requester, report()).at("number");
      requester.act(number, "cancel", Map.of("reason", "Found it"));
      assertThat(send(requester, report()).at("status")).isEqualTo("CANCELLED");
    }
  }

  @Nested
  class Lists {

    private final String mark = "list " + UUID.randomUUID();
    private List<String> numbers;

    @BeforeEach
    void threeIncidents() {
      numbers = new ArrayList<>();
      for (String urgency : List.of("LOW", "HIGH", "MEDIUM")) {
        var report = report("title", mark + " 100% of " + urgency);
        report.put("urgency", urgency);
        report.put("impact", "HIGH");
        numbers.add(reported(agent, report));
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(60)));
      }
    }

    private Answer list(String query) {
      return agent.get("/api/incidents?text=" + encoded(mark) + query);
    }

    private List<String> listed(String query) {
      var answer = list(query);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return StreamSupport.stream(answer.body().path("content").spliterator(), false)
          .map(one -> one.path("number").asText())
          .toList();
    }

    @Test
    void areNewestFirst() {
      assertThat(listed("")).containsExactly(numbers.get(2), numbers.get(1), numbers.get(0));
    }

    @Test
    void carryClocks() {
      assertThat(list("").body().at("/content/0/clocks")).hasSize(2);
    }

    @Test
    void comeInPages() {
      assertThat(listed("&size=2&sort=number")).containsExactly(numbers.get(0), numbers.get(1));
      assertThat(listed("&size=2&sort=number&page=1")).containsExactly(numbers.get(2));
      assertThat(listed("&size=2&page=2")).isEmpty();
      var page = list("&size=2&page=1").body().path("page");
      assertThat(page.toString())
          .isEqualTo("{\"number\":1,\"size\":2,\"totalElements\":3,\"totalPages\":2}");
    }

    @Test
    void areFiltered() {
      assertThat(listed("&priority=P1")).containsExactly(numbers.get(1));
      assertThat(listed("&status=RESOLVED")).isEmpty();
      agent.act(numbers.get(0), "wait", Map.of("waitingFor", "CUSTOMER"));
      assertThat(listed("&status=WAITING,RESOLVED")).containsExactly(numbers.get(0));
      agent.act(numbers.get(1), "hand-over", Map.of("group", "third-level"));
      assertThat(listed("&group=third-level")).containsExactly(numbers.get(1));
    }

    @Test
    void areSorted() {
      assertThat(listed("&sort=priority"))
          .containsExactly(numbers.get(1), numbers.get(2), numbers.get(0));
      assertThat(listed("&sort=priority,desc"))
          .containsExactly(numbers.get(0), numbers.get(2), numbers.get(1));
      assertThat(listed("&sort=dueAt"))
          .containsExactly(numbers.get(1), numbers.get(2), numbers.get(0));
      assertThat(listed("&sort=openedAt,asc")).isEqualTo(numbers);
    }

    @Test
    void takeTextAsText() {
      assertThat(listed("%20100%25")).hasSize(3);
      assertThat(listed("%20_00")).isEmpty();
      assertThat(
              agent.get("/api/incidents?text=" + numbers.get(0)).body().at("/page/totalElements"))
          .hasToString("1");
      assertThat(listed("'%20or%20'1'='1")).isEmpty();
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
      assertThat(list("&sort=title").refusal()).isEqualTo("400 request.unknown-sort");
      assertThat(list("&sort=number,down").refusal()).isEqualTo("400 request.unknown-sort");
      assertThat(list("&status=OPEN").refusal()).isEqualTo("400 incident.unknown-status");
      assertThat(list("&size=0").refusal()).isEqualTo("400 request.out-of-range");
      assertThat(list("&size=101").refusal()).isEqualTo("400 request.out-of-range");
      assertThat(list("&page=-1").refusal()).isEqualTo("400 request.out-of-range");
      var many = list("&size=many");
      assertThat(many.refusal()).isEqualTo("400 request.wrong-value");
      assertThat(many.field()).isEqualTo("size");
      assertThat(many.text()).doesNotContain("java.", "Exception");
    }
  }

  @Nested
  class Services {

    @Test
    void areThoseTheCallerMaySee() {
      assertThat(ids(agent.get("/api/services")))
          .containsExactlyInAnyOrder("workplace", "email", "payroll", "facility", "legal");
      assertThat(ids(requester.get("/api/services")))
          .containsExactlyInAnyOrder("workplace", "email", "payroll", "facility");
      assertThat(names(agent.get("/api/services").body().path(0)))
          .containsExactly("id", "name", "customers", "supportGroup");
    }

    private List<String> ids(Answer services) {
      return StreamSupport.stream(services.body().spliterator(), false)
          .map(one -> one.path("id").asText())
          .toList();
    }
  }

  @Test
  void theDescriptionOfTheApiListsTheAddresses() {
    var paths = agent.get("/v3/api-docs").body().path("paths");
    assertThat(names(paths))
        .contains(
            "/api/incidents",
            "/api/incidents/{number}",
            "/api/records/{number}/timeline",
            "/api/records/{number}/thread",
            "/api/records/{number}/actions/{action}",
            "/api/services",
            "/api/sla/due-date",
            "/api/sla/elapsed",
            "/api/ledger",
            "/api/ledger/verification");
    assertThat(names(paths.path("/api/incidents"))).contains("get", "post");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
