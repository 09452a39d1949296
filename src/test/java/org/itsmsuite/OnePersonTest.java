package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider of one person, who holds every role: profile {@code small}. */
@Tag("own-jvm")
class OnePersonTest {

  private static final List<String> ROLES =
      List.of(
          "service-desk",
          "second-level",
          "third-level",
          "security-team",
          "incident-managers",
          "service-level-managers",
          "top-management");

  @TempDir static Path data;
  private static RunningSuite suite;
  private static Program owner;

  @BeforeAll
  static void oneAccountInEveryGroup() {
    suite = RunningSuite.start(data, null, "--spring.profiles.active=small");
    IdentityService identity = suite.engine().getIdentityService();
    TestAccounts.create(identity, "owner", ROLES.toArray(String[]::new));
    owner = suite.as("owner");
    approvesTheExceptions();
  }

  /** What the owner writes down first: which duties nobody else can take, why, and until when. */
  private static void approvesTheExceptions() {
    for (String duty :
        List.of("incident-confirmation", "major-incident-review", "security-review")) {
      approve(duty, Duration.ofDays(30));
    }
  }

  private static void approve(String duty, Duration until) {
    var approved = exception(duty, "Nobody else works here", null, until);
    assertThat(approved.status()).as(approved.text()).isEqualTo(201);
  }

  private static Program.Answer exception(
      String duty, String reason, Instant from, Duration until) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("duty", duty);
    wanted.put("reason", reason);
    wanted.put("from", from == null ? null : from.toString());
    wanted.put("until", Instant.now().plus(until).toString());
    return owner.post("/api/duties/exceptions", wanted);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  private void done(String number, String step, Map<String, ?> values) {
    var tasks =
        owner.get(
            "/engine-rest/task?processInstanceBusinessKey="
                + number
                + "&taskDefinitionKey=userTask_"
                + step);
    assertThat(tasks.body()).as(step + ": " + tasks.text()).hasSize(1);
    String task = "/engine-rest/task/" + tasks.at("/0/id");
    owner.post(task + "/claim", Map.of("userId", "owner"));
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var answer = owner.post(task + "/complete", Map.of("variables", variables));
    assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(204);
  }

  private String selfApprovals(String number) {
    return suite.as("auditor").get("/api/ledger?size=200&record=" + number).text();
  }

  private String resolved() {
    var report = report("customer", "north-office");
    String number = reported(owner, report);
    done(
        number,
        "triageIncident",
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM"));
    done(
        number,
        "restoreService",
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
    return number;
  }

  @Test
  void takesAnIncidentFromItsReportToItsEnd() {
    String number = resolved();

    var confirmed = owner.act(number, "confirm", Map.of());

    assertThat(confirmed.at("status")).as(confirmed.text()).isEqualTo("CLOSED");
    assertThat(selfApprovals(number))
        .contains("duties.exceptionUsed", "incident-confirmation", "owner");
  }

  @Test
  void leadsAndReviewsAMajorIncident() {
    String number = reported(owner, report("customer", "north-office"));
    owner.act(number, "declare-major", Map.of("reason", "All offices"));
    done(number, "takeCharge", Map.of());
    done(
        number,
        "triageIncident",
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM"));
    done(
        number,
        "restoreService",
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
    done(
        number,
        "writeReport",
        Map.of(
            "course", "Nine: no mail. Ten: mail.",
            "cause", "A full queue",
            "effect", "No mail for an hour",
            "done", "The queue was emptied"));
    done(
        number,
        "reviewMajorIncident",
        Map.of(
            "participants", "owner",
            "findings", "Nobody watched the queue",
            "problemWanted", "YES"));

    assertThat(owner.get("/api/records/" + number + "/timeline").text())
        .contains("majorIncident.reviewed");
    assertThat(selfApprovals(number)).contains("major-incident-review");
  }

  @Test
  void theAuditorFindsEveryUseOfTheException() {
    String number = resolved();
    assertThat(selfApprovals(number)).doesNotContain("duties.exceptionUsed");
    owner.act(number, "confirm", Map.of());
    assertThat(selfApprovals(number)).containsOnlyOnce("duties.exceptionUsed");
    assertThat(suite.as("auditor").get("/api/duties/exceptions/uses?record=" + number).at("total"))
        .isEqualTo("1");
    assertThat(suite.as("auditor").get("/api/ledger/verification").at("intact")).isEqualTo("true");
  }

  @Test
  void anExceptionThatHasEndedHoldsNoMore() {
    String number = resolved();
    for (var one : owner.get("/api/duties/exceptions").body()) {
      if (one.path("duty").asText().equals("incident-confirmation")
          && one.path("inForce").asBoolean()) {
        owner.post(
            "/api/duties/exceptions/" + one.path("id").asText() + "/end",
            Map.of("reason", "A colleague has come"));
      }
    }
    assertThat(owner.act(number, "confirm", Map.of()).refusal()).isEqualTo("403 duties.conflict");

    approve("incident-confirmation", Duration.ofDays(30));
    assertThat(owner.act(number, "confirm", Map.of()).at("status")).isEqualTo("CLOSED");
  }

  @Test
  void anExceptionHasAReasonAndAnEndAndBeginsNoEarlierThanNow() {
    assertThat(exception("incident-confirmation", "", Instant.now(), Duration.ofDays(1)).refusal())
        .isEqualTo("400 request.missing");
    assertThat(exception("incident-confirmation", "x", null, Duration.ofDays(400)).refusal())
        .isEqualTo("400 duties.bad-period");
    assertThat(
            exception(
                    "incident-confirmation",
                    "x",
                    Instant.now().minus(Duration.ofDays(1)),
                    Duration.ofDays(1))
                .refusal())
        .isEqualTo("400 duties.bad-period");
    assertThat(exception("unheard-of", "x", null, Duration.ofDays(1)).refusal())
        .isEqualTo("400 duties.unknown-duty");
    assertThat(exception("audit-independence", "x", null, Duration.ofDays(1)).refusal())
        .isEqualTo("400 duties.not-exceptable");
  }

  @Test
  void everyReportTellsOfIt() {
    String number = resolved();
    owner.act(number, "confirm", Map.of());
    var browser = suite.browser("owner");

    assertThat(browser.get("/incidents/" + number).body())
        .contains("One person held two duties", "Exception from the separation of duties in force");
    for (String page :
        List.of("/incidents", "/major-incidents", "/security-view", "/duties", "/agreements")) {
      assertThat(browser.get(page).body())
          .as(page)
          .contains("Exception from the separation of duties in force: incident-confirmation");
    }
    assertThat(suite.as("auditor").get("/api/ledger/verification").text())
        .contains("Exception from the separation of duties in force: security-review");
    assertThat(
            suite
                .visitor("auditor")
                .get("/api/security-view")
                .headers()
                .firstValue("Duty-Exceptions"))
        .hasValueSatisfying(value -> assertThat(value).contains("major-incident-review"));
  }

  /** A customer's report is a report, too; who approved what is the provider's own affair. */
  @Test
  void whoeverIsServedHearsOfItWithoutNames() {
    for (String path : List.of("/api/incidents", "/api/services", "/api/incidents/INC-999999")) {
      assertThat(suite.visitor("requester").get(path).headers().firstValue("Duty-Exceptions"))
          .as(path)
          .hasValueSatisfying(value -> assertThat(value).contains("major-incident-review"));
    }
    assertThat(suite.browser("requester").get("/incidents").body())
        .contains("Exception from the separation of duties in force: incident-confirmation")
        .doesNotContain("approved by owner");
    assertThat(suite.browser("owner").get("/incidents").body()).contains("approved by owner");
    assertThat(suite.visitor("requester").get("/api/duties/exceptions").statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePageKeepsWhatWasEnteredWhenItRefuses() {
    var browser = suite.browser("owner");
    for (String until : List.of("", "soon", "2020-01-01", "2999-01-01")) {
      var answer =
          browser.form(
              "/duties",
              "/duties/exceptions",
              Map.of("duty", "person-erasure", "reason", "We are <two>", "until", until));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .as(until)
          .contains("That was not done", "We are &lt;two&gt;", "href=\"#until\"")
          .contains("value=\"" + until + "\"")
          .containsPattern("value=\"person-erasure\"\\s+selected");
    }
    var answer =
        browser.form(
            "/duties", "/duties/exceptions", Map.of("duty", "", "reason", "x".repeat(2001)));
    assertThat(answer.body()).contains("request.missing", "At most 2000 characters");
  }

  private static void ends(String id) {
    var ended = owner.post("/api/duties/exceptions/" + id + "/end", Map.of("reason", "Over"));
    assertThat(ended.status()).as(ended.text()).isEqualTo(204);
  }

  @Test
  void twoFromTheSameDutyAreNeverInForceTogether() {
    String id = exception("person-erasure", "Once", null, Duration.ofDays(3)).at("id");
    var later = Instant.now().plus(Duration.ofDays(2));
    for (Instant from : java.util.Arrays.asList(null, later)) {
      var second = exception("person-erasure", "Twice", from, Duration.ofDays(9));
      assertThat(second.refusal()).isEqualTo("409 duties.exception-overlaps");
      assertThat(second.text()).contains("no. " + id, "approved by owner");
    }
    var browser = suite.browser("owner");
    String until = java.time.LocalDate.now().plusDays(5).toString();
    assertThat(
            browser
                .form(
                    "/duties",
                    "/duties/exceptions",
                    Map.of("duty", "person-erasure", "reason", "Two of <us>", "until", until))
                .body())
        .contains("duties.exception-overlaps", "Two of &lt;us&gt;", "value=\"" + until + "\"");

    var after = Instant.now().plus(Duration.ofDays(4));
    ends(exception("person-erasure", "After it", after, Duration.ofDays(9)).at("id"));
    ends(id);
    ends(exception("person-erasure", "Again", null, Duration.ofDays(3)).at("id"));
  }

  @Test
  void aSecondClickApprovesNothingMore() {
    var browser = suite.browser("owner");
    var fields =
        Map.of(
            "duty", "person-erasure",
            "reason", "Clicked twice",
            "until", java.time.LocalDate.now().plusDays(20).toString(),
            "idempotencyKey", "one-page");
    browser.form("/duties", "/duties/exceptions", fields);
    browser.form("/duties", "/duties/exceptions", fields);
    assertThat(browser.get("/duties").body()).contains("The exception is approved.");
    var all = owner.get("/api/duties/exceptions");
    assertThat(all.text()).containsOnlyOnce("Clicked twice");
    ends(all.at("/0/id"));
  }

  @Test
  void anExceptionIsEndedOnThePageOnceAndWithAReason() {
    String id = exception("person-erasure", "For the page", null, Duration.ofDays(3)).at("id");
    var browser = suite.browser("owner");
    String end = "/duties/exceptions/" + id + "/end";
    assertThat(browser.form("/duties", end, Map.of("reason", " ")).body())
        .contains("That was not done", "request.missing", "href=\"#end-" + id + "\"");
    browser.form("/duties", end, Map.of("reason", "A colleague came"));
    assertThat(browser.get("/duties").body()).contains("The exception has ended.");
    assertThat(browser.form("/duties", end, Map.of("reason", "Once more")).body())
        .contains("That was not done", "duties.exception-over");
  }
}
