package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that need more than a log-in: the ledger across records, and what was told to whom. */
@DemoSuite
class PermittedAddressesTest {

  @LocalServerPort int port;
  @Autowired AddressCheck check;

  @ParameterizedTest
  @CsvSource({
    "requester, 403",
    "customer-contact, 403",
    "agent, 403",
    "specialist, 403",
    "process-owner, 403",
    "auditor, 200",
    "admin, 200"
  })
  void theLedgerIsReadByAuditors(String account, int status) {
    assertThat(Program.of(port, account).get("/api/ledger").status()).isEqualTo(status);
    assertThat(Program.of(port, account).get("/api/ledger/verification").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "requester, 403",
    "agent, 403",
    "incident-manager, 200",
    "auditor, 200",
    "admin, 200"
  })
  void theOutboxIsReadByThoseWhoAnswerForIt(String account, int status) {
    var visitor = Visitor.browser(port);
    visitor.logIn(account, account);

    assertThat(visitor.get("/outbox").statusCode()).isEqualTo(status);
  }

  @Test
  void everyLineOfTheTableIsAnswered() {
    assertThat(check.unanswered()).isEmpty();
  }

  @Nested
  class WhatTheTableDoesNotList {

    @Test
    void isAnsweredLikeWhatDoesNotExist() {
      var admin = Program.of(port, "admin");

      assertThat(admin.get("/engine-rest/optimize/incident/open").text())
          .isEqualTo(admin.get("/engine-rest/nothing").text())
          .isEqualTo(admin.get("/api/nothing").text())
          .contains("request.not-found");
    }

    @Test
    void isNoSecretAsFarAsMethodsGo() {
      var answer =
          Visitor.program(port, "agent").send("DELETE", "/api/incidents", BodyPublishers.noBody());

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
      assertThat(answer.body()).contains("request.method-not-allowed");
    }

    @Test
    void asksStrangersForALogInAllTheSame() {
      assertThat(Visitor.browser(port).get("/api/nothing").statusCode()).isEqualTo(401);
      assertThat(Visitor.browser(port).get("/nothing").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void askingForTheHeadOfAnAddressIsReadingIt() {
    var agent = Visitor.program(port, "agent");

    assertThat(agent.send("HEAD", "/api/incidents", BodyPublishers.noBody()).statusCode())
        .isEqualTo(200);
    assertThat(agent.send("HEAD", "/api/ledger", BodyPublishers.noBody()).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /engine-rest/message",
    "POST, /engine-rest/authorization/create",
    "DELETE, /engine-rest/user/agent",
    "PUT, /engine-rest/job/x/retries",
    "PUT, /engine-rest/engine/default/job/x/retries"
  })
  void staffDoNotChangeTheEnginePastTheirTasks(String method, String address) {
    var answer = Visitor.program(port, "agent").send(method, address, BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("login.forbidden");
  }
}
