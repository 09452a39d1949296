package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that need more than a log-in: the ledger across records, and what was told to whom. */
@DemoSuite
class PermittedAddressesTest {

  @LocalServerPort int port;

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
}
