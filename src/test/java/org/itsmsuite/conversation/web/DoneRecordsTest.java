package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written on a record that nobody works on any more. */
@DemoSuite
class DoneRecordsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Talk talk;

  @BeforeEach
  void anIncident() {
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report("urgency", "HIGH")));
  }

  @Test
  void keepsTheMessageTellsTheGroupAndSaysHowToReopen() {
    talk.isClosed();
    var answer = talk.says("requester", "It is back.");
    assertThat(answer.at("advice")).contains("closed", "Reopen", "action reopen");
    assertThat(talk.status()).isEqualTo("CLOSED");
    assertThat(talk.textsSeenBy("agent")).containsExactly("It is back.");
    assertThat(talk.told("message-from-requester")).containsExactly("group:second-level");
    assertThat(talk.letter("message-from-requester")).contains("CLOSED");
    assertThat(talk.browser("requester").get("/incidents/" + talk.number).body())
        .contains("does not open it");
  }

  @Test
  void orCancelledKeepsItToo() {
    talk.as("requester").act(talk.number, "cancel", Map.of("reason", "Works again"));
    var answer = talk.says("requester", "Or so I thought.");
    assertThat(answer.at("advice")).contains("cancelled", "report a new incident");
    assertThat(talk.status()).isEqualTo("CANCELLED");
    assertThat(talk.told("message-from-requester")).containsExactly("group:service-desk");
  }

  @Test
  void orResolvedAsksForTheConfirmationInstead() {
    talk.isResolved();
    assertThat(talk.says("requester", "Hm.").at("advice")).contains("Reopen");
    assertThat(talk.status()).isEqualTo("RESOLVED");
    assertThat(talk.says("specialist", "Does it work?").at("advice")).isNull();
  }

  @Test
  void givesNoAdviceWhileItIsOpen() {
    assertThat(talk.says("requester", "Any news?").at("advice")).isNull();
  }
}
