package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.conversation.web.Talk.at;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a conversation does to an incident: its clocks, its waits, who is told. */
@DemoSuite
class ConversationStoriesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Conversations conversations;
  private Talk talk;

  @BeforeEach
  void anIncidentOfMondayNine() {
    at("2026-03-02T08:00:00Z");
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report("urgency", "HIGH")));
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private void saysOnThePage(String account, String text, String visibility) {
    Visitor browser = talk.browser(account);
    var parts =
        new Parts()
            .field("_csrf", browser.token("/incidents/" + talk.number))
            .field("idempotencyKey", Talk.key())
            .field("text", text)
            .file("file", "", "application/octet-stream", new byte[0]);
    if (visibility != null) {
      parts.field("visibility", visibility);
    }
    var answer = browser.parts("/records/" + talk.number + "/messages", parts);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  @Nested
  class TheFirstReplyOfAPerson {

    @Test
    void stopsTheResponseClockAtThatInstantK01() {
      at("2026-03-02T08:10:00Z");
      talk.says("agent", "We look into it.");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("MET");
      assertThat(talk.clock("RESPONSE", "elapsed")).isEqualTo("PT10M");
      assertThat(talk.facts()).containsSubsequence("conversation.messageWritten", "sla.clockMet");
    }

    @Test
    void stopsTheResponseClockFromThePageAndIsShownAtOnceK01() {
      at("2026-03-02T08:10:00Z");
      saysOnThePage("agent", "We look into it.", "REQUESTER");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("MET");
      assertThat(talk.clock("RESPONSE", "elapsed")).isEqualTo("PT10M");
      assertThat(talk.browser("requester").get("/incidents/" + talk.number).body())
          .contains("data-state=\"MET\"", "We look into it.");
    }

    @Test
    void isJudgedByTheInstantItCameEvenIfLate() {
      at("2026-03-02T08:45:00Z");
      talk.says("agent", "We look into it.");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("BREACHED");
      at("2026-03-02T09:30:00Z");
      talk.says("agent", "Still looking.");
      assertThat(talk.clock("RESPONSE", "elapsed")).isEqualTo("PT45M");
    }

    @Test
    void tellsTheRequesterWithTheTextAndTheWayToUs() {
      talk.says("agent", "Did you\nrestart it?");
      assertThat(talk.told("message-for-requester")).containsExactly("user:requester");
      assertThat(talk.letter("message-for-requester"))
          .contains(talk.number, "Did you\nrestart it?", "/records/" + talk.number)
          .doesNotContain("agent");
    }

    @Test
    void mayComeFromAnyGroupThatWorksOnIt() {
      talk.as("agent").act(talk.number, "hand-over", Map.of("group", "suppliers"));
      talk.says("supplier-1", "Our technician is on the way.");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("MET");
      assertThat(talk.told("message-for-requester")).containsExactly("user:requester");
    }
  }

  @Nested
  class WhatIsNoReply {

    @Test
    void ofTheSuiteItselfLetsTheResponseClockRunK02() {
      assertThat(talk.told("incident-received")).containsExactly("user:requester");
      conversations.write(talk.number, "We have received it.", Visibility.REQUESTER);
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("RUNNING");
      assertThat(talk.textsSeenBy("requester")).containsExactly("We have received it.");
      assertThat(talk.told("message-for-requester")).containsExactly("user:requester");
      at("2026-03-02T08:45:00Z");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("BREACHED");
    }

    @Test
    void ofTheSuiteItselfOpensNothingAgainK02() {
      talk.isResolved();
      conversations.write(talk.number, "We have received it.", Visibility.REQUESTER);
      assertThat(talk.status()).isEqualTo("RESOLVED");
      talk.says("requester", "I am out of office until Monday.");
      assertThat(talk.status()).isEqualTo("RESOLVED");
      assertThat(talk.facts()).doesNotContain("incident.reopened", "sla.clockReopened");
      assertThat(talk.clock("UPDATE", "state")).isNull();
    }

    @Test
    void asANoteIsNot() {
      talk.notes("agent", "Looks like the queue again.");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("RUNNING");
      assertThat(talk.told("message-for-requester")).isEmpty();
      assertThat(talk.told("message-from-requester")).isEmpty();
      assertThat(talk.facts()).contains("conversation.noteWritten").doesNotContain("sla.clockMet");
    }

    @Test
    void asTheRequestersOwnMessageIsNotAndTheResponseStaysWhatIsDueK04() {
      at("2026-03-02T08:10:00Z");
      talk.says("requester", "Any news?");
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("RUNNING");
      assertThat(talk.clock("RESPONSE", "dueAt")).isEqualTo("2026-03-02T08:30:00Z");
      assertThat(talk.clock("UPDATE", "state")).isNull();
      assertThat(talk.taskDue()).isEqualTo("2026-03-02T08:30:00Z");
    }

    @Test
    void asStaffWritingOnTheirOwnIncidentIsNot() {
      var own = new Talk(port, jdbc, reported(Program.of(port, "agent"), report()));
      own.says("agent", "It is worse than I thought.");
      assertThat(own.clock("RESPONSE", "state")).isEqualTo("RUNNING");
      assertThat(own.told("message-from-requester")).containsExactly("group:service-desk");
    }

    @Test
    void asAFileAloneIsNot() {
      var answer =
          Visitor.program(port, "agent")
              .parts(
                  talk.attachments(),
                  new Parts()
                      .file("file", "a.txt", "text/plain", "text".getBytes())
                      .field("visibility", "REQUESTER"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(talk.clock("RESPONSE", "state")).isEqualTo("RUNNING");
      assertThat(talk.letter("message-for-requester")).contains("[a.txt]");
    }
  }

  @Nested
  class TheCustomersAnswer {

    @BeforeEach
    void isWaitedFor() {
      talk.claims("agent");
      talk.as("agent").act(talk.number, "wait", Map.of("waitingFor", "CUSTOMER"));
      assertThat(talk.clock("RESOLUTION", "state")).isEqualTo("PAUSED");
      at("2026-03-02T09:00:00Z");
    }

    private void endsTheWait() {
      assertThat(talk.status()).isEqualTo("IN_PROGRESS");
      assertThat(talk.as("agent").incident(talk.number).at("waitingFor")).isNull();
      assertThat(talk.clock("RESOLUTION", "state")).isEqualTo("RUNNING");
      assertThat(talk.clock("RESOLUTION", "dueAt")).isEqualTo("2026-03-02T17:00:00Z");
      assertThat(talk.told("message-from-requester")).containsExactly("user:agent");
    }

    @Test
    void endsTheWaitAndTheClocksGoOnK03() {
      talk.says("requester", "It is the blue one.");
      endsTheWait();
      assertThat(talk.facts())
          .containsSubsequence(
              "conversation.messageWritten", "incident.resumed", "sla.clockStarted");
    }

    @Test
    void endsTheWaitFromThePageK03() {
      saysOnThePage("requester", "It is the blue one.", null);
      endsTheWait();
    }

    @Test
    void mayBeAFile() {
      var answer =
          Visitor.program(port, "requester")
              .parts(
                  talk.attachments(),
                  new Parts().file("file", "a.txt", "text/plain", "blue".getBytes()));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      endsTheWait();
    }

    @Test
    void mayComeFromAContactOfTheOrganisation() {
      talk.says("customer-contact", "I can answer that: the blue one.");
      endsTheWait();
      assertThat(talk.letter("message-from-requester")).contains("customer-contact has written");
    }

    @Test
    void isNotWhatWeWrite() {
      talk.says("agent", "One more question.");
      talk.notes("specialist", "Be patient.");
      assertThat(talk.status()).isEqualTo("WAITING");
    }

    @Test
    void isNotAwaitedWhenSomebodyElseIs() {
      talk.as("agent").act(talk.number, "wait", Map.of("waitingFor", "SUPPLIER"));
      talk.says("requester", "Any news?");
      assertThat(talk.as("agent").incident(talk.number).at("waitingFor")).isEqualTo("SUPPLIER");
    }
  }

  @Nested
  class OurNextWord {

    @BeforeEach
    void isDueFromTheResponseOn() {
      talk.says("agent", "We look into it.");
      assertThat(talk.clock("UPDATE", "state")).isNull();
      at("2026-03-02T09:00:00Z");
    }

    @Test
    void isDueAfterTheRequesterHasWritten() {
      talk.says("requester", "Any news?");
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("RUNNING");
      assertThat(talk.clock("UPDATE", "dueAt")).isEqualTo("2026-03-02T11:00:00Z");
      assertThat(talk.told("message-from-requester")).containsExactly("group:service-desk");
      at("2026-03-02T10:00:00Z");
      talk.says("agent", "Soon.");
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("MET");
    }

    @Test
    void isDueAfterAnAnswerThatEndsAWait() {
      talk.as("agent").act(talk.number, "wait", Map.of("waitingFor", "CUSTOMER"));
      talk.says("requester", "The blue one.");
      assertThat(talk.clock("UPDATE", "dueAt")).isEqualTo("2026-03-02T11:00:00Z");
    }

    @Test
    void isOwedNoMoreWhereNoneIsPromisedAndTheClockIsShownAsCancelledK06() {
      talk.says("requester", "Any news?");
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("RUNNING");
      talk.as("agent").act(talk.number, "hand-over", Map.of("group", "suppliers"));
      var lowered =
          talk.as("incident-manager")
              .act(
                  talk.number,
                  "set-priority",
                  Map.of("impact", "LOW", "urgency", "LOW", "reason", "One person only"));
      assertThat(lowered.status()).as(lowered.text()).isEqualTo(200);
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("CANCELLED");
      assertThat(talk.facts()).contains("sla.clockCancelled");
      at("2026-03-04T09:00:00Z");
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("CANCELLED");
    }

    @Test
    void isNotMissedWhileTheCustomerIsSilentForDaysK05() {
      talk.says("requester", "Any news?");
      at("2026-03-02T09:30:00Z");
      talk.says("agent", "Please send us the serial number.");
      at("2026-03-09T09:30:00Z");
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("MET");
      assertThat(talk.facts()).doesNotContain("sla.breached");
      assertThat(talk.told("sla-breached")).isEmpty();
      talk.says("requester", "Here it is: 17.");
      assertThat(talk.clock("UPDATE", "state")).isEqualTo("RUNNING");
      assertThat(talk.clock("UPDATE", "dueAt")).isEqualTo("2026-03-09T11:30:00Z");
    }
  }

  @Test
  void anOpenTaskLocksNobodyUpForDays() {
    talk.claims("agent");
    String task =
        talk.as("agent")
            .get("/engine-rest/task?processInstanceBusinessKey=" + talk.number)
            .at("/0/id");
    for (String day : new String[] {"03", "04", "05"}) {
      at("2026-03-" + day + "T09:00:00Z");
      talk.says("requester", "Day " + day);
      talk.says("specialist", "Patience");
      talk.notes("incident-manager", "Watching");
    }
    assertThat(
            talk.as("agent")
                .get("/engine-rest/task?processInstanceBusinessKey=" + talk.number)
                .at("/0/id"))
        .isEqualTo(task);
    assertThat(talk.textsSeenBy("requester")).hasSize(6);
    assertThat(talk.textsSeenBy("agent")).hasSize(9);
  }
}
