package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do with an incident at any time, by the API. */
@DemoSuite
class IncidentActionsTest {

  @LocalServerPort int port;
  private Program requester;
  private Program agent;
  private String number;

  @BeforeEach
  void anIncidentOfMondayNine() {
    at("2026-03-02T08:00:00Z");
    requester = Program.of(port, "requester");
    agent = Program.of(port, "agent");
    number = reported(requester, report());
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private static void at(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  private String dueOf(String kind) {
    return clock(kind, "dueAt");
  }

  private String clock(String kind, String field) {
    for (var clock : agent.incident(number).body().path("clocks")) {
      if (clock.path("kind").asText().equals(kind)) {
        return clock.path(field).asText();
      }
    }
    return null;
  }

  @Nested
  class SettingThePriority {

    @Test
    void movesPriorityAndClocks() {
      var answer = agent.act(number, "set-priority", Map.of("impact", "HIGH", "urgency", "HIGH"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.at("priority")).isEqualTo("P1");
      assertThat(answer.at("impact")).isEqualTo("HIGH");
      assertThat(dueOf("RESPONSE")).isEqualTo("2026-03-02T08:15:00Z");
      assertThat(dueOf("RESOLUTION")).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void downLateIsTheIncidentManagersAndNeedsAReason() {
      at("2026-03-04T07:30:00Z");
      var down = Map.of("impact", "LOW", "urgency", "LOW");
      assertThat(agent.act(number, "set-priority", down).refusal())
          .isEqualTo("403 incident.late-downgrade");
      var manager = Program.of(port, "incident-manager");
      var silent = manager.act(number, "set-priority", down);
      assertThat(silent.refusal()).as(silent.text()).isEqualTo("400 incident.reason-missing");
      assertThat(silent.field()).isEqualTo("reason");
      assertThat(agent.incident(number).at("impact")).isEqualTo("MEDIUM");
      var with =
          manager.act(
              number,
              "set-priority",
              Map.of("impact", "LOW", "urgency", "LOW", "reason", "One desk only"));
      assertThat(with.at("priority")).isEqualTo("P4");
    }
  }

  @Nested
  class WaitingAndResuming {

    @Test
    void stopsTheResolutionClock() {
      var waiting = agent.act(number, "wait", Map.of("waitingFor", "CUSTOMER"));
      assertThat(waiting.at("status")).isEqualTo("WAITING");
      assertThat(waiting.at("waitingFor")).isEqualTo("CUSTOMER");
      assertThat(clock("RESOLUTION", "state")).isEqualTo("PAUSED");
      assertThat(clock("RESPONSE", "state")).isEqualTo("RUNNING");

      at("2026-03-02T09:00:00Z");
      var resumed = agent.act(number, "resume", Map.of());
      assertThat(resumed.at("status")).isEqualTo("NEW");
      assertThat(resumed.at("waitingFor")).isNull();
      assertThat(dueOf("RESOLUTION")).isEqualTo("2026-03-04T09:00:00Z");
    }

    @Test
    void forAnotherEndsTheFirstWait() {
      agent.act(number, "wait", Map.of("waitingFor", "CUSTOMER"));
      assertThat(agent.act(number, "wait", Map.of("waitingFor", "SUPPLIER")).at("waitingFor"))
          .isEqualTo("SUPPLIER");
    }

    @Test
    void isRefusedInTheWrongState() {
      assertThat(agent.act(number, "resume", Map.of()).refusal())
          .isEqualTo("409 incident.not-waiting");
      agent.act(number, "wait", Map.of("waitingFor", "CHANGE"));
      assertThat(agent.act(number, "wait", Map.of("waitingFor", "CHANGE")).refusal())
          .isEqualTo("409 incident.already-waiting");
    }
  }

  @Nested
  class HandingOver {

    @Test
    void movesTheIncidentAndItsTask() {
      var answer = agent.act(number, "hand-over", Map.of("group", "third-level"));
      assertThat(answer.at("group")).isEqualTo("third-level");
      assertThat(answer.at("reassignmentCount")).isEqualTo("1");
      assertThat(
              Program.of(port, "engineer")
                  .get("/engine-rest/task?processInstanceBusinessKey=" + number)
                  .body())
          .hasSize(1);
    }

    @Test
    void isRefusedToNobodyAndToTheSame() {
      var unknown = agent.act(number, "hand-over", Map.of("group", "no-such-group"));
      assertThat(unknown.refusal()).isEqualTo("400 incident.unknown-group");
      assertThat(unknown.field()).isEqualTo("group");
      assertThat(agent.act(number, "hand-over", Map.of("group", "service-desk")).refusal())
          .isEqualTo("409 incident.same-group");
      assertThat(agent.act(number, "hand-over", Map.of()).refusal())
          .isEqualTo("400 request.missing");
    }
  }

  @Nested
  class Cancelling {

    @Test
    void endsTheIncidentAndItsClocks() {
      var answer = requester.act(number, "cancel", Map.of("reason", "It works again"));
      assertThat(answer.at("status")).isEqualTo("CANCELLED");
      assertThat(clock("RESOLUTION", "state")).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "\u200b", "\u2800", "\u3164", "\u202e\u2066"})
    void needsAReason(String nothing) {
      var answer = requester.act(number, "cancel", Map.of("reason", nothing));
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo("reason");
    }

    @Test
    void leavesNothingToBeDone() {
      requester.act(number, "cancel", Map.of("reason", "It works again"));
      var high = Map.of("impact", "HIGH", "urgency", "HIGH");
      assertThat(requester.act(number, "cancel", Map.of("reason", "Again")).refusal())
          .isEqualTo("409 incident.not-open");
      assertThat(agent.act(number, "set-priority", high).refusal())
          .isEqualTo("409 incident.not-open");
      assertThat(agent.act(number, "wait", Map.of("waitingFor", "CUSTOMER")).refusal())
          .isEqualTo("409 incident.not-open");
      assertThat(agent.act(number, "resume", Map.of()).refusal())
          .isEqualTo("409 incident.not-open");
      assertThat(agent.act(number, "hand-over", Map.of("group", "third-level")).refusal())
          .isEqualTo("409 incident.not-open");
      assertThat(requester.act(number, "reopen", Map.of("reason", "No")).refusal())
          .isEqualTo("409 incident.not-resolved");
    }
  }

  @Nested
  class ConfirmingAndReopening {

    @Test
    void areRefusedBeforeItIsResolved() {
      assertThat(requester.act(number, "confirm", Map.of()).refusal())
          .isEqualTo("409 incident.not-resolved");
      assertThat(requester.act(number, "reopen", Map.of("reason", "No")).refusal())
          .isEqualTo("409 incident.not-resolved");
    }
  }

  @Test
  void anActionThatDoesNotExistIsNotFound() {
    assertThat(agent.act(number, "escalate", Map.of()).refusal())
        .isEqualTo("404 incident.unknown-action");
  }

  @Test
  void theLedgerOfAllThatVerifies() {
    agent.act(number, "wait", Map.of("waitingFor", "CUSTOMER"));
    agent.act(number, "set-priority", Map.of("impact", "HIGH", "urgency", "LOW", "reason", "So"));
    agent.act(number, "resume", Map.of());
    agent.act(number, "hand-over", Map.of("group", "third-level", "reason", "Yours"));
    requester.act(number, "cancel", Map.of("reason", "Not needed"));
    var result = Program.of(port, "auditor").get("/api/ledger/verification");
    assertThat(result.body().path("intact").asBoolean()).as(result.text()).isTrue();
    assertThat(result.body().path("entries").asInt()).isGreaterThan(10);
  }
}
