package org.itsmsuite.deputy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.deputy.web.Colleagues.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.deputy.process.AbsenceSweep;
import org.itsmsuite.escalation.Escalations;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is away: what becomes of their tasks, and who is told. */
@DemoSuite
class AbsenceStoryTest {

  /** A Tuesday morning. */
  private static final Instant NINE = Instant.parse("2026-06-02T07:00:00Z");

  private final int port;
  private final AbsenceSweep sweep;
  private final Escalations escalations;
  private final JdbcClient jdbc;
  private final Colleagues staff;
  private String number;

  AbsenceStoryTest(
      @LocalServerPort int port,
      @Autowired ProcessEngine engine,
      @Autowired AbsenceSweep sweep,
      @Autowired Escalations escalations,
      @Autowired JdbcClient jdbc) {
    this.port = port;
    this.sweep = sweep;
    this.escalations = escalations;
    this.jdbc = jdbc;
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void somebodyOfTheServiceDeskHasATask() {
    at(NINE);
    staff.join("desk-a", "service-desk");
    staff.join("desk-b", "service-desk");
    number = staff.reported();
    staff.claims("desk-a", number);
  }

  @AfterEach
  void everybodyIsBack() {
    jdbc.sql("delete from itsm.absence").update();
    ClockUtil.reset();
  }

  private static void at(Instant now) {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  private Answer away(String account, String deputy, Instant from, Instant until) {
    Map<String, Object> absence = new HashMap<>();
    absence.put("from", from.toString());
    absence.put("until", until.toString());
    absence.put("reason", "In the mountains");
    if (deputy != null) {
      absence.put("deputy", deputy);
    }
    return staff.as(account).post("/api/absences", absence);
  }

  private String entered(String account, String deputy, Instant from, Instant until) {
    Answer answer = away(account, deputy, from, until);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.location();
  }

  private static Instant in(int hours) {
    return NINE.plus(Duration.ofHours(hours));
  }

  @Nested
  class WithADeputy {

    @Test
    void whatIsAssignedGoesToTheDeputyOnTheirBehalf() {
      entered("desk-a", "desk-b", NINE, in(48));

      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-b");
      assertThat(staff.task(number).getOwner()).isEqualTo("desk-a");
      assertThat(staff.as("agent").incident(number).at("assignee")).isEqualTo("desk-b");
      assertThat(staff.told(number, "deputy-task")).containsExactly("user:desk-b");
      assertThat(staff.facts(number)).containsSubsequence("deputy.steppedIn", "incident.taken");
    }

    @Test
    void thePageSaysForWhom() {
      entered("desk-a", "desk-b", NINE, in(48));
      var browser = Visitor.browser(port);
      browser.logIn("agent", "agent");

      assertThat(browser.get("/incidents/" + number).body())
          .contains("desk-b for desk-a")
          .contains("A deputy stands in");
    }

    @Test
    void whatTheDeputyDoesIsKeptAsDoneForThem() {
      entered("desk-a", "desk-b", NINE, in(48));
      Answer done = staff.completes("desk-b", number, triage());
      assertThat(done.status()).as(done.text()).isEqualTo(204);

      var acted =
          java.util.stream.StreamSupport.stream(staff.timeline(number).spliterator(), false)
              .filter(one -> one.path("what").asText().equals("deputy.acted"))
              .toList();
      assertThat(acted)
          .singleElement()
          .satisfies(
              fact -> {
                assertThat(fact.at("/after/onBehalfOf").asText()).isEqualTo("desk-a");
                assertThat(fact.at("/after/deputy").asText()).isEqualTo("desk-b");
              });
    }

    @Test
    void beingGivenItAcknowledgesNothing() {
      String other = staff.reported();
      entered("desk-a", "desk-b", NINE, in(48));
      Answer given =
          staff
              .as("admin")
              .post(
                  "/engine-rest/task/" + staff.task(other).getId() + "/assignee",
                  Map.of("userId", "desk-a"));
      assertThat(given.status()).as(given.text()).isEqualTo(204);

      assertThat(staff.task(other).getAssignee()).isEqualTo("desk-b");
      assertThat(staff.task(other).getOwner()).isEqualTo("desk-a");
      assertThat(staff.as("agent").incident(other).text()).doesNotContain("\"MET\"");
    }

    @Test
    void tasksOfTheGroupStayWithTheGroup() {
      String other = staff.reported();
      entered("desk-a", "desk-b", NINE, in(48));

      assertThat(staff.task(other).getAssignee()).isNull();
      assertThat(staff.groupsOf(staff.task(other))).containsExactly("service-desk");
    }

    @Test
    void whoTakesItForThemselvesHasItForNobodyElse() {
      entered("desk-a", "desk-b", NINE, in(48));
      staff.tasks().setAssignee(staff.task(number).getId(), null);
      staff.claims("agent", number);

      assertThat(staff.task(number).getAssignee()).isEqualTo("agent");
      assertThat(staff.task(number).getOwner()).isNull();
    }

    @Test
    void theRequestersAnswerReachesTheDeputy() {
      entered("desk-a", "desk-b", NINE, in(48));
      staff
          .as("requester")
          .post(
              "/api/records/" + number + "/messages",
              Map.of("text", "Still broken", "visibility", "REQUESTER"));
      assertThat(staff.told(number, "message-from-requester")).containsExactly("user:desk-b");
    }
  }

  @Nested
  class WithoutADeputy {

    @Test
    void itIsTheGroupsAgain() {
      entered("desk-a", null, NINE, in(48));

      assertThat(staff.task(number).getAssignee()).isNull();
      assertThat(staff.groupsOf(staff.task(number))).containsExactly("service-desk");
      assertThat(staff.told(number, "task-with-group")).containsExactly("group:service-desk");
      assertThat(staff.facts(number)).contains("deputy.leftToGroup");
    }
  }

  @Nested
  class FromItsBeginningToItsEnd {

    @Test
    void theTaskGoesAndComesBack() {
      entered("desk-a", "desk-b", in(1), in(2));
      sweep.sweep();
      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-a");

      at(in(1));
      sweep.sweep();
      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-b");
      sweep.sweep();
      assertThat(staff.told(number, "deputy-task")).containsExactly("user:desk-b");

      at(in(2));
      sweep.sweep();
      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-a");
      assertThat(staff.task(number).getOwner()).isNull();
      assertThat(staff.told(number, "deputy-task-given-back")).containsExactly("user:desk-a");
      assertThat(staff.facts(number)).containsSubsequence("deputy.steppedIn", "deputy.gaveBack");
    }

    @Test
    void twoNodesThatLookAtOnceMoveItOnce() {
      entered("desk-a", "desk-b", in(1), in(2));
      at(in(1));
      var nodes =
          java.util.stream.IntStream.range(0, 2)
              .mapToObj(node -> java.util.concurrent.CompletableFuture.runAsync(sweep::sweep))
              .toList();
      nodes.forEach(java.util.concurrent.CompletableFuture::join);

      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-b");
      assertThat(staff.facts(number)).containsOnlyOnce("deputy.steppedIn");
    }

    @Test
    void callingItOffGivesTheTaskBackAtOnce() {
      String absence = entered("desk-a", "desk-b", NINE, in(48));
      at(in(1));
      var response =
          Visitor.program(port, "desk-a")
              .send("DELETE", absence, java.net.http.HttpRequest.BodyPublishers.noBody());

      assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-a");
    }

    @Test
    void aDeputyWhoIsAwayTooPassesItOn() {
      staff.join("desk-c", "service-desk");
      entered("desk-a", "desk-b", NINE, in(48));
      entered("desk-b", "desk-c", NINE, in(24));

      assertThat(staff.task(number).getAssignee()).isEqualTo("desk-c");
      assertThat(staff.task(number).getOwner()).isEqualTo("desk-a");
    }
  }

  @Nested
  class Escalation {

    private void halfOfTheTimeToRestoreHasPassed() {
      staff.completes("desk-a", number, triage());
      staff.join("second-a", "second-level");
      staff.join("second-b", "second-level");
      staff.claims("second-a", number);
      at(NINE.plus(Duration.ofDays(30)));
    }

    @Test
    void tellsTheDeputyAndNotWhoIsAway() {
      halfOfTheTimeToRestoreHasPassed();
      entered("second-a", "second-b", in(30 * 24), in(60 * 24));
      escalations.actOnDue(number);

      assertThat(staff.told(number, "sla-warning"))
          .contains("user:second-b")
          .doesNotContain("user:second-a");
    }

    @Test
    void goesToTheNextRoleOfTheTableIfTheGroupsManagerIsAwayWithoutADeputy() {
      halfOfTheTimeToRestoreHasPassed();
      at(NINE.plus(Duration.ofDays(30)));
      String manager = "incident-manager";
      entered(manager, null, in(30 * 24), in(60 * 24));
      escalations.actOnDue(number);

      assertThat(staff.told(number, "sla-breached")).doesNotContain("user:" + manager).isNotEmpty();
      assertThat(staff.timeline(number).toString()).contains("nobodyThere");
    }
  }

  @Nested
  class OnThePage {

    @Test
    void oneEntersAnAbsenceAndCallsItOff() {
      var browser = Visitor.browser(port);
      browser.logIn("desk-a", "desk-a");
      var entered =
          browser.form(
              "/absence",
              Map.of(
                  "from", "2026-06-10T08:00",
                  "until", "2026-06-12T17:00",
                  "deputy", "desk-b",
                  "reason", "In the mountains"));
      assertThat(entered.statusCode()).isEqualTo(302);
      String page = browser.get("/absence").body();
      assertThat(page).contains("desk-b", "In the mountains", "2026-06-10 08:00");

      String id = page.replaceAll("(?s).*/absence/([0-9a-f-]{36})/call-off.*", "$1");
      browser.form("/absence", "/absence/" + id + "/call-off", Map.of());
      assertThat(browser.get("/absence").body()).contains("0 absences");
    }

    @Test
    void itSaysWhatComesBackAndAsksInWordsOfPeople() {
      var browser = Visitor.browser(port);
      browser.logIn("desk-a", "desk-a");
      var refused = browser.form("/absence", Map.of("from", "tomorrow", "until", ""));

      assertThat(refused.body())
          .contains(
              "From: Choose a date and a time",
              "What a deputy has not done comes back when they do",
              "stays there for whoever takes it")
          .doesNotContain("An instant such as", "What is not done comes back");
    }

    @Test
    void aCircleIsToldWithItsPath() {
      entered("desk-a", "desk-b", in(1), in(48));
      var browser = Visitor.browser(port);
      browser.logIn("desk-b", "desk-b");
      var refused =
          browser.form(
              "/absence",
              Map.of("from", "2026-06-02T12:00", "until", "2026-06-03T12:00", "deputy", "desk-a"));
      assertThat(refused.body()).contains("desk-b → desk-a → desk-b");
    }

    @Test
    void theDeputySeesItWithoutTheReason() {
      entered("desk-a", "desk-b", in(1), in(48));
      Answer seen = staff.as("desk-b").get("/api/absences");
      assertThat(seen.at("/content/0/account")).isEqualTo("desk-a");
      assertThat(seen.text()).doesNotContain("mountains");
      assertThat(staff.as("specialist").get("/api/absences").at("/page/totalElements"))
          .isEqualTo("0");
      assertThat(staff.as("admin").get("/api/absences").text()).contains("mountains");
    }
  }

  @Nested
  class BadInput {

    @Test
    void isRefusedWithItsPlace() {
      assertThat(away("desk-a", "nobody-at-all", in(1), in(2)).refusal())
          .isEqualTo("400 absence.unknown-deputy");
      Answer noTime =
          staff.as("desk-a").post("/api/absences", Map.of("from", "tomorrow", "until", "later"));
      assertThat(noTime.status()).isEqualTo(400);
      assertThat(noTime.field()).isEqualTo("from");
      assertThat(away("requester", null, in(1), in(2)).status()).isEqualTo(403);
    }
  }
}
