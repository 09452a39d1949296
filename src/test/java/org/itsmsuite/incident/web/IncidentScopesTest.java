package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees which incident, and who may do what with it. */
@DemoSuite
class IncidentScopesTest {

  private static final String ABSENT = "INC-999999";

  @LocalServerPort int port;
  private final String mark = "scope " + UUID.randomUUID();
  private String requesters;
  private String norths;
  private String souths;

  @BeforeEach
  void threeIncidents() {
    requesters = reported(as("requester"), report("title", mark));
    var north = report("title", mark);
    north.put("customer", "north-office");
    norths = reported(as("agent"), north);
    var south = report("title", mark);
    south.put("customer", "south-office");
    south.put("requester", "somebody-in-the-south");
    souths = reported(as("agent"), south);
  }

  private Program as(String account) {
    return Program.of(port, account);
  }

  private List<String> seenBy(String account) {
    return as(account)
        .get("/api/incidents?sort=number&text=" + mark.replace(" ", "%20"))
        .body()
        .path("content")
        .findValuesAsText("number")
        .stream()
        .filter(List.of(requesters, norths, souths)::contains)
        .toList();
  }

  @Nested
  class Reading {

    @Test
    void requestersSeeTheirOwn() {
      assertThat(seenBy("requester")).containsExactly(requesters);
    }

    @Test
    void contactsSeeTheirOrganisations() {
      assertThat(seenBy("customer-contact")).containsExactly(requesters, norths);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "agent",
          "specialist",
          "incident-manager",
          "auditor",
          "admin",
          "service-level-manager"
        })
    void resolversManagersAndAuditorsSeeAll(String account) {
      assertThat(seenBy(account)).containsExactly(requesters, norths, souths);
    }

    @Test
    void groupsSeeWhatIsWithThem() {
      assertThat(seenBy("supplier-1")).isEmpty();
      assertThat(seenBy("release-manager")).isEmpty();
      as("agent").act(souths, "hand-over", Map.of("group", "suppliers"));
      assertThat(seenBy("supplier-1")).containsExactly(souths);
      assertThat(seenBy("release-manager")).isEmpty();
    }
  }

  @Nested
  class HiddenRecords {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/incidents/%s",
          "/api/records/%s/timeline",
          "/api/records/%s/thread",
          "/incidents/%s",
          "/incidents/%s/diagram.bpmn",
          "/incidents/%s/clocks/resolution"
        })
    void lookAbsent(String address) {
      var browser = Visitor.browser(port);
      browser.logIn("requester", "requester");
      boolean page = address.startsWith("/incidents");
      for (String number : List.of(norths, ABSENT)) {
        var answer =
            page
                ? browser.get(address.formatted(number))
                : Visitor.program(port, "requester").get(address.formatted(number));
        assertThat(answer.statusCode()).as(number).isEqualTo(404);
        assertThat(answer.body()).doesNotContain(mark);
      }
      assertThat(told(browser, page, address, norths))
          .isEqualTo(told(browser, page, address, ABSENT));
    }

    private String told(Visitor browser, boolean page, String address, String number) {
      var visitor = page ? browser : Visitor.program(port, "requester");
      return visitor
          .get(address.formatted(number))
          .body()
          .replace(number, "NUMBER")
          .replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void cannotBeActedOn() {
      Answer hidden = as("requester").act(norths, "cancel", Map.of("reason", "Mine now"));
      Answer absent = as("requester").act(ABSENT, "cancel", Map.of("reason", "Mine now"));
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.text().replace(norths, "N")).isEqualTo(absent.text().replace(ABSENT, "N"));
      assertThat(as("agent").incident(norths).at("status")).isEqualTo("NEW");
    }
  }

  @Nested
  class Acting {

    @ParameterizedTest
    @CsvSource({
      "admin, wait",
      "service-level-manager, set-priority",
      "requester, wait",
      "requester, set-priority",
      "requester, hand-over",
      "customer-contact, hand-over"
    })
    void isRefusedWithoutTheRight(String account, String action) {
      var values =
          Map.of(
              "waitingFor", "CUSTOMER",
              "reason", "Because",
              "impact", "HIGH",
              "urgency", "HIGH",
              "group", "third-level");
      var before = as("agent").incident(requesters).body();
      assertThat(as(account).act(requesters, action, values).refusal())
          .isEqualTo("403 incident.action-not-allowed");
      var after = as("agent").incident(requesters).body();
      assertThat(after.path("status")).isEqualTo(before.path("status"));
      assertThat(after.path("priority")).isEqualTo(before.path("priority"));
      assertThat(after.path("group")).isEqualTo(before.path("group"));
    }

    @Test
    void contactsCancelForTheirOrganisation() {
      var answer = as("customer-contact").act(requesters, "cancel", Map.of("reason", "Not needed"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.at("status")).isEqualTo("CANCELLED");
    }
  }

  @Nested
  class Timelines {

    @BeforeEach
    void someWork() {
      as("agent").act(requesters, "hand-over", Map.of("group", "third-level", "reason", "Hush"));
      as("agent").act(requesters, "wait", Map.of("waitingFor", "CUSTOMER"));
    }

    @Test
    void tellStaffEverythingOldestFirst() {
      var facts = as("auditor").get("/api/records/" + requesters + "/timeline").body();
      assertThat(facts.findValuesAsText("what"))
          .startsWith("incident.reported", "incident.recorded")
          .contains("incident.handedOver", "incident.waiting", "sla.clockStarted");
      assertThat(facts.findValuesAsText("position"))
          .isEqualTo(
              java.util.stream.IntStream.rangeClosed(1, facts.size())
                  .mapToObj(Integer::toString)
                  .toList());
      assertThat(facts.toString()).contains("Hush", "\"actor\":\"agent\"");
    }

    @Test
    void keepTheDesksInnerLifeFromRequesters() {
      var facts = as("requester").get("/api/records/" + requesters + "/timeline").body();
      assertThat(facts.findValuesAsText("what"))
          .contains("incident.reported", "incident.prioritised", "incident.waiting")
          .doesNotContain("incident.handedOver", "incident.routed", "sla.clockStarted");
      assertThat(facts.toString())
          .doesNotContain("Hush", "\"agent\"", "third-level", "assignee")
          .contains("service desk");
    }
  }

  @Test
  void aThreadHoldsTheRecordItself() {
    var thread = as("requester").get("/api/records/" + requesters + "/thread").body();
    assertThat(thread.findValuesAsText("number")).containsExactly(requesters);
    assertThat(thread.path(0).path("practice").asText()).isEqualTo("incident");
  }
}
