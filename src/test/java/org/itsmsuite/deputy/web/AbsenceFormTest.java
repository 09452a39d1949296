package org.itsmsuite.deputy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people type when they enter an absence, right and wrong. */
@DemoSuite
class AbsenceFormTest {

  private final int port;
  private final Colleagues staff;
  private final JdbcClient jdbc;
  private Visitor browser;

  AbsenceFormTest(
      @LocalServerPort int port, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
    this.port = port;
    this.staff = new Colleagues(port, engine);
    this.jdbc = jdbc;
  }

  @BeforeEach
  void somebodyOfTheServiceDesk() {
    staff.join("desk-f", "service-desk");
    staff.join("desk-g", "service-desk");
    browser = Visitor.browser(port);
    browser.logIn("desk-f", "desk-f");
  }

  @AfterEach
  void everybodyIsBack() {
    jdbc.sql("delete from itsm.absence").update();
  }

  private static String in(int days) {
    return LocalDate.now().plusDays(days).toString();
  }

  private static Map<String, String> absence(String... others) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("from", in(100) + "T08:00");
    fields.put("until", in(107) + "T08:00");
    fields.put("deputy", "desk-g");
    fields.put("group", "service-desk");
    fields.put("reason", "In the <mountains>");
    for (int i = 0; i < others.length; i += 2) {
      fields.put(others[i], others[i + 1]);
    }
    return fields;
  }

  private HttpResponse<String> enters(String... others) {
    return browser.form("/absence", absence(others));
  }

  private static void isRefused(HttpResponse<String> answer, String key) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("That was not done", key, "In the &lt;mountains&gt;")
        .containsPattern("value=\"service-desk\"\\s+selected");
  }

  private long kept() {
    return jdbc.sql("select count(*) from itsm.absence where account = 'desk-f'")
        .query(Long.class)
        .single();
  }

  @Test
  void whatIsWrongIsToldOnTheSamePageWithWhatWasEntered() {
    isRefused(enters("from", ""), "request.missing");
    isRefused(enters("until", "soon"), "request.not-a-time");
    isRefused(enters("until", in(50) + "T08:00"), "absence.ends-before-it-begins");
    isRefused(enters("until", in(800) + "T08:00"), "absence.too-long");
    isRefused(enters("from", "2020-01-01T08:00"), "absence.in-the-past");
    isRefused(enters("from", "2020-01-01T08:00", "until", "2020-01-02T08:00"), "absence.over");
    isRefused(enters("deputy", "nobody-here"), "absence.unknown-deputy");
    isRefused(enters("deputy", "desk-f"), "absence.own-deputy");
    isRefused(enters("deputy", "x".repeat(300)), "request.too-long");
    isRefused(enters("deputy", "a\u0001b"), "request.control-character");
    assertThat(kept()).isZero();
  }

  @Test
  void aReasonThatIsTooLongIsToldAndKept() {
    var answer = enters("reason", "y".repeat(501));
    assertThat(answer.body()).contains("request.too-long", "y".repeat(501));
  }

  @Test
  void aSecondClickEntersNothingMoreAndIsNoFault() {
    String key = UUID.randomUUID().toString();
    assertThat(enters("idempotencyKey", key).statusCode()).isEqualTo(302);
    assertThat(enters("idempotencyKey", key).statusCode()).isEqualTo(302);
    assertThat(browser.get("/absence").body()).contains("The absence is entered.", "1 absence");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void theSameOneIsRefusedOnThePageAndByTheApi() {
    enters();
    isRefused(enters(), "absence.overlaps");
    Answer answer =
        staff
            .as("desk-f")
            .post(
                "/api/absences",
                Map.of(
                    "group",
                    "service-desk",
                    "deputy",
                    "desk-g",
                    "from",
                    in(101) + "T07:00:00Z",
                    "until",
                    in(106) + "T07:00:00Z"));
    assertThat(answer.refusal()).isEqualTo("400 absence.overlaps");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void howLongAgoItMayHaveBegunIsSaidInWords() {
    assertThat(enters("from", "2020-01-01T08:00").body())
        .contains("24 h ago")
        .doesNotContain("PT24H");
  }

  @Test
  void howFarAheadItMayReachIsSaidInWords() {
    assertThat(enters("until", in(800) + "T08:00").body()).contains("within 731 days from now");
  }

  @Test
  void callingOffASecondTimeIsToldOnThePage() {
    enters();
    String id =
        jdbc.sql("select id from itsm.absence where account = 'desk-f'")
            .query(String.class)
            .single();
    String address = "/absence/" + id + "/call-off";
    browser.form("/absence", address, Map.of());
    assertThat(browser.get("/absence").body()).contains("The absence is called off.");
    browser.form("/absence", address, Map.of());
    assertThat(browser.get("/absence").body()).contains("That was not done", "absence.not-found");
  }
}
