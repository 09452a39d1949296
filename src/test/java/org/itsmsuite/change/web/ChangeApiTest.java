package org.itsmsuite.change.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.change.web.ChangePractice.TITLE;
import static org.itsmsuite.change.web.ChangePractice.asked;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for changes, seeing them and acting on them, over the API and on pages. */
@DemoSuite
class ChangeApiTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private ChangePractice people;

  @BeforeEach
  void itIsMondayNine() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    people = new ChangePractice(port);
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  @Nested
  class Asking {

    @Test
    void answersWithTheRecordAndItsAddress() {
      var answer = people.as("change-manager").post("/api/changes", asked());

      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.at("number")).matches("CHG-\\d{6}");
      assertThat(answer.location()).isEqualTo("/api/changes/" + answer.at("number"));
      assertThat(people.as("change-manager").get(answer.location()).body())
          .isEqualTo(answer.body());
      assertThat(answer.at("status")).isEqualTo("ASSESSMENT");
      assertThat(answer.at("category")).isEqualTo("NORMAL");
      assertThat(answer.at("requester")).isEqualTo("change-manager");
      assertThat(answer.at("/window/from")).isEqualTo("2026-03-07T20:00:00Z");
      assertThat(answer.at("/process/key")).isEqualTo("change-approval");
      assertThat(answer.at("/assessments/0/kind")).isEqualTo("RISK");
      assertThat(answer.at("/assessments/0/group")).isEqualTo("process-owners");
    }

    @Test
    void theSameKeyGivesTheSameRecord() {
      String key = UUID.randomUUID().toString();
      var first = people.as("requester").post("/api/changes", asked(), "Idempotency-Key", key);
      var second = people.as("requester").post("/api/changes", asked(), "Idempotency-Key", key);

      assertThat(second.at("number")).isEqualTo(first.at("number"));
    }

    static Stream<Arguments> badInput() {
      return Stream.of(
          Arguments.of("title", null, "request.missing"),
          Arguments.of("title", "x".repeat(201), "request.too-long"),
          Arguments.of("title", "a\u0000b", "request.control-character"),
          Arguments.of("reason", " ", "request.missing"),
          Arguments.of("description", "x".repeat(10_001), "request.too-long"),
          Arguments.of("subject", "PEOPLE", "change.unknown-subject"),
          Arguments.of("action", null, "request.missing"),
          Arguments.of("impact", "HUGE", "change.unknown-impact"),
          Arguments.of("service", "no-such", "change.unknown-service"),
          Arguments.of("group", "no-such", "change.unknown-group"),
          Arguments.of("customer", "no-such", "change.unknown-customer"),
          Arguments.of("cause", "INC-999999", "change.unknown-cause"),
          Arguments.of("cause", "CHG-000001", "change.unknown-cause"),
          Arguments.of("items", List.of(" "), "request.missing"),
          Arguments.of(
              "window",
              Map.of("from", "2026-03-07T22:00:00Z", "to", "2026-03-07T20:00:00Z"),
              "change.window-ends-before-it-starts"),
          Arguments.of(
              "window",
              Map.of("from", "2026-03-07T22:00:00Z", "to", "2026-03-07T22:00:00Z"),
              "change.window-ends-before-it-starts"),
          Arguments.of(
              "window", Map.of("from", "2026-03-07T22:00:00Z"), "change.window-incomplete"),
          Arguments.of("window", Map.of("from", "Saturday"), "request.wrong-value"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void refusesBadInputAndWritesNothing(String field, Object value, String key) {
      long before = records();
      var answer = people.as("change-manager").post("/api/changes", asked(field, value));

      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.text()).contains(key);
      assertThat(records()).isEqualTo(before);
    }

    private long records() {
      return jdbc.sql("select count(*) from itsm.change_record").query(Long.class).single();
    }

    @Test
    void anUnknownFieldIsTold() {
      assertThat(people.as("agent").post("/api/changes", asked("colour", "red")).status())
          .isEqualTo(400);
    }

    @Test
    void customersAskForThemselves() {
      assertThat(people.as("requester").post("/api/changes", asked("requester", "agent")).refusal())
          .isEqualTo("403 change.request-for-others-not-allowed");
    }

    @Test
    void auditorsDoNot() {
      assertThat(people.as("auditor").post("/api/changes", asked()).status()).isEqualTo(403);
    }
  }

  @Nested
  class Seeing {

    @Test
    void theRequesterSeesTheOwnOneWithoutItsInnerLife() {
      String number = people.requested("requester");
      var seen = people.seen("requester", number);

      assertThat(seen.at("status")).isEqualTo("ASSESSMENT");
      assertThat(seen.at("title")).isEqualTo(TITLE);
      assertThat(seen.body().has("assessments")).isFalse();
      assertThat(seen.body().has("risk")).isFalse();
      var timeline = people.as("requester").get("/api/records/" + number + "/timeline");
      assertThat(timeline.text()).contains("change.requested").doesNotContain("assessmentsAsked");
    }

    @Test
    void othersOfTheCustomerDoNotSeeIt() {
      String number = people.requested("change-manager");

      assertThat(people.seen("requester", number).refusal()).isEqualTo("404 change.not-found");
      assertThat(people.as("requester").get("/api/changes?size=100").text()).doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({"auditor", "cab-1", "agent", "admin"})
    void staffAndAuditorsSeeAllOfIt(String account) {
      String number = people.requested("requester");
      assertThat(people.seen(account, number).at("/assessments/0/kind")).isEqualTo("RISK");
    }

    @Test
    void theListIsFilteredAndPaged() {
      String mark = UUID.randomUUID().toString();
      String first = people.requested("agent", asked("title", "One " + mark));
      String second = people.requested("agent", asked("title", "Two " + mark));
      people.as("agent").act(first, "withdraw", Map.of("reason", "No need"));

      var all = people.as("cab-1").get("/api/changes?text=" + mark + "&size=1");
      assertThat(all.at("/page/totalElements")).isEqualTo("2");
      assertThat(all.at("/content/0/number")).isEqualTo(second);
      assertThat(
              people
                  .as("cab-1")
                  .get("/api/changes?text=" + mark + "&status=WITHDRAWN,REJECTED")
                  .at("/content/0/number"))
          .isEqualTo(first);
      assertThat(people.as("cab-1").get("/api/changes?status=GONE").refusal())
          .contains("change.unknown-status");
      assertThat(people.as("cab-1").get("/api/changes?category=BIG&page=-1").status())
          .isEqualTo(400);
    }
  }

  @Nested
  class Acting {

    @Test
    void theRequesterWithdraws() {
      String number = people.requested("requester");
      var answer = people.as("requester").act(number, "withdraw", Map.of("reason", "No need"));

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(people.seen("requester", number).at("status")).isEqualTo("WITHDRAWN");
      assertThat(people.as("requester").act(number, "withdraw", Map.of("reason", "b")).refusal())
          .isEqualTo("409 change.not-open");
    }

    @Test
    void anotherWindowBeginsAnotherRound() {
      String number = people.requested("requester");
      var answer =
          people
              .as("requester")
              .act(number, "edit", Map.of("to", "2026-03-07T23:00:00Z", "title", "Another"));

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      var seen = people.seen("change-manager", number);
      assertThat(seen.at("round")).isEqualTo("2");
      assertThat(seen.at("title")).isEqualTo("Another");
      assertThat(seen.at("reason")).isEqualTo("Mail comes late");
      assertThat(seen.at("/window/to")).isEqualTo("2026-03-07T23:00:00Z");
    }

    @Test
    void nobodyElseEditsOrWithdraws() {
      String number = people.requested("requester");
      assertThat(people.as("agent").act(number, "edit", Map.of("title", "b")).refusal())
          .isEqualTo("403 change.action-not-allowed");
      assertThat(people.as("customer-contact").act(number, "withdraw", Map.of()).status())
          .isIn(403, 404);
    }

    @Test
    void aMisspeltFieldOrActionIsTold() {
      String number = people.requested("requester");
      assertThat(people.as("requester").act(number, "edit", Map.of("titel", "b")).text())
          .contains("request.unknown-field");
      assertThat(people.as("requester").act(number, "approve", Map.of()).refusal())
          .isEqualTo("404 change.unknown-action");
    }
  }

  @Nested
  class Pages {

    private Visitor browser(String account) {
      var browser = Visitor.browser(port);
      browser.logIn(account, account);
      return browser;
    }

    @Test
    void takeARequestAndShowIt() {
      var browser = browser("change-manager");
      assertThat(browser.get("/changes/new").body()).contains("Ask for a change");
      var sent =
          browser.form(
              "/changes/new",
              Map.of(
                  "title", "By page <b>",
                  "reason", "It is time",
                  "subject", "SMS",
                  "action", "MODIFY",
                  "impact", "LOW",
                  "from", "2026-03-07T21:00",
                  "to", "2026-03-07T23:00",
                  "implementationPlan", "Write it",
                  "backOutPlan", "Take it back"));
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
      String address = sent.headers().firstValue("Location").orElseThrow();
      address = address.substring(address.indexOf("/changes"));
      var page = browser.get(address);

      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .contains(
              "By page &lt;b&gt;",
              "2026-03-07 21:00",
              "Take it back",
              "Assessments, round 1",
              "Assess change");
      assertThat(browser.get("/changes?text=By%20page").body()).contains("By page &lt;b&gt;");
      assertThat(browser.get(address + "/diagram.bpmn").body()).contains("change-approval");
      assertThat(browser.get("/").body()).contains("Changes to be judged", "Ask for a change");
    }

    @Test
    void sayWhatIsWrongAndKeepWhatWasTyped() {
      var bad =
          browser("requester")
              .form(
                  "/changes/new",
                  Map.of(
                      "title", "Kept",
                      "reason", "",
                      "subject", "SMS",
                      "action", "MODIFY",
                      "impact", "LOW",
                      "from", "2026-03-07T23:00",
                      "to", "2026-03-07T21:00"));
      assertThat(bad.statusCode()).isEqualTo(200);
      assertThat(bad.body()).contains("Nothing was recorded yet", "Kept", "Why it is needed: ");
    }

    @Test
    void showTheRequesterWhereItStands() {
      String number = people.requested("requester");
      var page = browser("requester").get("/changes/" + number).body();

      assertThat(page).contains(TITLE, "Withdraw").doesNotContain("Assessments, round");
      assertThat(browser("requester").get("/changes/" + number + "/diagram.bpmn").statusCode())
          .isEqualTo(404);
    }
  }
}
