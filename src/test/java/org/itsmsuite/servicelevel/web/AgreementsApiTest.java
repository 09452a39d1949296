package org.itsmsuite.servicelevel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Agreements with what is promised under them, on a page, over HTTP and behind a clock. */
@DemoSuite
class AgreementsApiTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "requester, 403",
    "customer-contact, 403",
    "supplier-1, 403",
    "agent, 200",
    "service-level-manager, 200",
    "top-manager, 200",
    "auditor, 200",
    "admin, 200"
  })
  void areReadByStaffAuditorsAndAdministrators(String account, int status) {
    var program = Program.of(port, account);
    var visitor = Visitor.browser(port);
    visitor.logIn(account, account);

    assertThat(program.get("/api/agreements").status()).isEqualTo(status);
    assertThat(program.get("/api/agreements/north-office-payroll").status()).isEqualTo(status);
    assertThat(visitor.get("/agreements").statusCode()).isEqualTo(status);
    assertThat(visitor.get("/").body().contains("href=\"/agreements\"")).isEqualTo(status == 200);
  }

  @Test
  void showWhoAgreedOnWhat() {
    var answer = Program.of(port, "agent").get("/api/agreements/north-office-payroll");

    assertThat(answer.at("name")).isEqualTo("Payroll for the north office");
    assertThat(answer.at("/counterparty/kind")).isEqualTo("CUSTOMER");
    assertThat(answer.at("/counterparty/name")).isEqualTo("North office (example)");
    assertThat(answer.at("validFrom")).isEqualTo("2010-01-01");
    assertThat(answer.at("validUntil")).isNull();
    assertThat(answer.at("approvedBy")).isEqualTo("top-management");
    assertThat(answer.at("/requirements/1/id")).isEqualTo("pay-day-is-kept");
  }

  @Test
  void showTheTargetsUnderThem() {
    var targets =
        Program.of(port, "agent")
            .get("/api/agreements/north-office-services")
            .body()
            .path("targets");

    assertThat(targets)
        .anySatisfy(
            target -> {
              assertThat(target.path("requirement").asText()).isEqualTo("office-work-goes-on");
              assertThat(target.path("clock").asText()).isEqualTo("RESOLUTION");
              assertThat(target.path("priority").asText()).isEqualTo("P1");
              assertThat(target.path("target").asText()).isEqualTo("PT4H");
              assertThat(target.path("services").toString()).isEqualTo("[\"workplace\",\"email\"]");
            })
        .allSatisfy(target -> assertThat(target.path("clock").isNull()).isFalse());
    assertThat(
            Program.of(port, "agent")
                .get("/api/agreements/building-maintenance")
                .body()
                .at("/targets/0/clock")
                .isNull())
        .isTrue();
  }

  @Test
  void thatDoNotExistAreNotFound() {
    assertThat(Program.of(port, "agent").get("/api/agreements/none").refusal())
        .isEqualTo("404 servicelevel.no-such-agreement");
  }

  @Test
  void standOnOnePage() {
    var visitor = Visitor.browser(port);
    visitor.logIn("agent", "agent");

    assertThat(visitor.get("/agreements").body())
        .contains("<h1>Agreements</h1>")
        .contains("id=\"north-office-payroll\"")
        .contains("customer as supplier")
        .contains("Wages are paid on the agreed day")
        .contains("15 min", "none yet");
  }

  @Test
  void standBehindEachClock() {
    String number = reported(Program.of(port, "requester"), report());

    var clock = Program.of(port, "agent").incident(number).body().at("/clocks/0");
    assertThat(clock.path("agreement").asText()).isEqualTo("north-office-services");
    assertThat(clock.path("requirement").asText()).isEqualTo("somebody-takes-it-up");
    assertThat(explanation("agent", number))
        .contains("<a href=\"/agreements#north-office-services\">")
        .contains("North office (example)")
        .contains("A person takes up each report")
        .contains("2009-12-01 by service-level-managers");
    assertThat(explanation("requester", number))
        .contains("Services for the north office")
        .doesNotContain("href=\"/agreements");
  }

  private String explanation(String account, String number) {
    var visitor = Visitor.browser(port);
    visitor.logIn(account, account);
    return visitor.get("/incidents/" + number + "/clocks/response").body();
  }
}
