package org.itsmsuite.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.itsmsuite.RunningSuite;
import org.itsmsuite.identity.BringsGroups;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A provider that lets nobody triage without having learned it, and wants to know who restores
 * services without: whichever way somebody comes.
 */
@Tag("own-jvm")
class CompetenceStoryTest {

  private static final String MISSING = "competence.missing";
  private static final String TASK = "/engine-rest/task/";
  private static final String NEEDS =
      """
      claim: skills
      skills:
        - {id: incident-triage, meaning: asks the right questions}
        - {id: restoring, meaning: restores without breaking more}
      needs:
        - {skill: incident-triage, process: incident-triage, task: userTask_triageIncident, policy: BLOCK}
        - {skill: restoring, group: second-level, policy: WARN}
      """;

  private static final Map<String, String> TRIAGE =
      Map.of("mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM");

  @TempDir static Path data;
  @TempDir static Path content;
  private static RunningSuite suite;

  private final String newcomer = "newcomer-" + UUID.randomUUID().toString().substring(0, 8);
  private String number;

  @BeforeAll
  static void twoNeedsAreInForce() throws IOException {
    for (String folder : List.of("processes", "forms", "config")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.createDirectories(content.resolve(file).getParent());
          Files.copy(file, content.resolve(file));
        }
      }
    }
    Files.writeString(content.resolve(CompetenceRegister.FILE), NEEDS);
    suite = RunningSuite.start(data, content);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @BeforeEach
  void somebodyNewAtTheDesk() {
    var identity = suite.engine().getIdentityService();
    TestAccounts.create(identity, newcomer, "service-desk");
    number = reported(as("requester"), report("title", "No mail"));
  }

  private static Program as(String account) {
    return suite.as(account);
  }

  private String task(String key) {
    var tasks =
        as("admin")
            .get(
                "/engine-rest/task?processInstanceBusinessKey="
                    + number
                    + "&taskDefinitionKey=userTask_"
                    + key);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    return tasks.at("/0/id");
  }

  private String assignee(String key) {
    return as("admin").get(TASK + task(key)).at("assignee");
  }

  private static Map<String, Object> variables(Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return Map.of("variables", variables);
  }

  private static Answer enter(String by, String account, String skill, String from, String until) {
    Map<String, String> proof = new HashMap<>();
    proof.put("account", account);
    proof.put("skill", skill);
    proof.put("from", from);
    proof.put("until", until);
    proof.put("evidence", "Watched for a week");
    return as(by).post("/api/competences", proof);
  }

  private static void isRefused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text())
        .contains(MISSING, "incident-triage", "asks the right questions")
        .doesNotContain("org.itsmsuite");
  }

  private String timeline() {
    return as("auditor").get("/api/records/" + number + "/timeline").text();
  }

  @Nested
  class WhoHasNotLearnedToTriage {

    private String triage;

    @BeforeEach
    void anIncidentWaits() {
      triage = task("triageIncident");
    }

    private void isNotTheirs() {
      assertThat(assignee("triageIncident")).isNotEqualTo(newcomer);
      assertThat(timeline()).doesNotContain(newcomer);
    }

    @ParameterizedTest
    @ValueSource(strings = {TASK, "/engine-rest/engine/default/task/"})
    void doesNotClaimIt(String root) {
      isRefused(as(newcomer).post(root + triage + "/claim", Map.of("userId", newcomer)));
      isNotTheirs();
    }

    @Test
    void doesNotTakeItInTheTasklist() {
      var browser = suite.browser(newcomer);
      browser.get("/camunda/app/tasklist/default/");
      for (String step : List.of("claim", "submit-form")) {
        Map<String, ?> body = step.equals("claim") ? Map.of("userId", newcomer) : variables(TRIAGE);
        HttpResponse<String> answer =
            browser.send(
                "POST",
                "/camunda/api/engine/engine/default/task/" + triage + "/" + step,
                BodyPublishers.ofString(Program.json(body)),
                "Content-Type",
                "application/json",
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"));
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        assertThat(answer.body()).contains(MISSING);
      }
      isNotTheirs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "delegate"})
    void isNotGivenItBySomebodyElse(String step) {
      isRefused(as("admin").post(TASK + triage + "/" + step, Map.of("userId", newcomer)));
      isNotTheirs();
    }

    @Test
    void isNotGivenItByAChangeOfTheWholeTask() {
      var answer =
          suite
              .visitor("admin")
              .send(
                  "PUT",
                  TASK + triage,
                  BodyPublishers.ofString(Program.json(Map.of("assignee", newcomer))),
                  "Content-Type",
                  "application/json");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains(MISSING);
      isNotTheirs();
    }

    @Test
    void doesNotTakeItByOurApi() {
      assertThat(as(newcomer).act(number, "take", Map.of()).refusal()).isEqualTo("403 " + MISSING);
      isNotTheirs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form", "resolve"})
    void doesNotEndItWithoutTakingIt(String step) {
      isRefused(as(newcomer).post(TASK + triage + "/" + step, variables(TRIAGE)));
      isNotTheirs();
    }

    @Test
    void doesNotEndItByAnErrorOrAnEscalation() {
      isRefused(as(newcomer).post(TASK + triage + "/bpmnError", Map.of("errorCode", "some.error")));
      isRefused(
          as(newcomer)
              .post(
                  TASK + triage + "/bpmnEscalation", Map.of("escalationCode", "some.escalation")));
      isNotTheirs();
    }

    @Test
    void takesItWithAProofAndLosesItWithTheProof() {
      var proof = enter("process-owner", newcomer, "incident-triage", null, null);
      assertThat(proof.status()).as(proof.text()).isEqualTo(201);
      assertThat(as(newcomer).act(number, "take", Map.of()).status()).isEqualTo(200);
      assertThat(assignee("triageIncident")).isEqualTo(newcomer);

      var withdrawn =
          as("service-level-manager")
              .post(
                  "/api/competences/" + proof.at("id") + "/withdraw",
                  Map.of("reason", "Not any more"));
      assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(204);
      isRefused(as(newcomer).post(TASK + triage + "/complete", variables(TRIAGE)));
      assertThat(timeline()).doesNotContain(MISSING);
    }

    @Test
    void isNotHelpedByAProofThatHasRunOutOrBeginsLater() {
      enter("process-owner", newcomer, "incident-triage", "2020-01-01", "2021-01-01");
      enter("process-owner", newcomer, "incident-triage", "2999-01-01", null);
      isRefused(as(newcomer).post(TASK + triage + "/claim", Map.of("userId", newcomer)));
    }
  }

  /** The engine is called as somebody who has logged in at an identity provider. */
  @Nested
  class WhoseLogInTellsOfSkills {

    @AfterEach
    void nobodyIsLoggedIn() {
      SecurityContextHolder.clearContext();
      suite.engine().getIdentityService().clearAuthentication();
    }

    private void logsIn(String... skills) {
      BringsGroups told =
          new BringsGroups() {
            @Override
            public Set<String> groups() {
              return Set.of("service-desk");
            }

            @Override
            public Set<String> claim(String name) {
              return name.equals("skills") ? Set.of(skills) : Set.of();
            }

            @Override
            public String toString() {
              return newcomer;
            }
          };
      SecurityContextHolder.getContext()
          .setAuthentication(
              new TestingAuthenticationToken(told, null, List.of()) {
                @Override
                public String getName() {
                  return newcomer;
                }
              });
      suite
          .engine()
          .getIdentityService()
          .setAuthentication(newcomer, List.of("service-desk"), List.of());
    }

    @Test
    void takesItAndTheRecordTellsWhereThatWasRead() {
      String triage = task("triageIncident");
      logsIn("incident-triage");
      suite.engine().getTaskService().claim(triage, newcomer);
      nobodyIsLoggedIn();

      assertThat(assignee("triageIncident")).isEqualTo(newcomer);
      assertThat(timeline()).contains("competence.provenByLogIn", "\"claim\":\"skills\"", "TAKEN");
      assertThat(suite.browser("agent").get("/incidents/" + number).body())
          .contains("Competence proven by the log-in");
      assertThat(as("requester").get("/api/records/" + number + "/timeline").text())
          .doesNotContain("provenByLogIn");
    }

    @Test
    void isRefusedIfItTellsOfAnotherSkill() {
      String triage = task("triageIncident");
      logsIn("restoring", "unheard-of");
      assertThatThrownBy(() -> suite.engine().getTaskService().claim(triage, newcomer))
          .hasMessageContaining(MISSING);
    }

    @Test
    void givesItToNobodyElseOnTheStrengthOfIt() {
      String triage = task("triageIncident");
      logsIn("incident-triage");
      // Only administrators give a task to others.
      suite
          .engine()
          .getIdentityService()
          .setAuthentication(newcomer, List.of("camunda-admin"), List.of());
      assertThatThrownBy(() -> suite.engine().getTaskService().setAssignee(triage, "agent"))
          .hasMessageContaining(MISSING);
    }
  }

  @Nested
  class WhoRestoresWithoutAProof {

    @BeforeEach
    void itWasTriaged() {
      enter("process-owner", newcomer, "incident-triage", null, null);
      var done = as(newcomer).post(TASK + task("triageIncident") + "/complete", variables(TRIAGE));
      assertThat(done.status()).as(done.text()).isEqualTo(204);
    }

    @Test
    void doesItAndTheRecordTells() {
      var claimed =
          as("specialist")
              .post(TASK + task("restoreService") + "/claim", Map.of("userId", "specialist"));
      assertThat(claimed.status()).as(claimed.text()).isEqualTo(204);

      assertThat(timeline()).contains(MISSING, "restoring", "WARN", "TAKEN", "specialist");
      assertThat(suite.browser("specialist").get("/incidents/" + number).body())
          .contains("Taken or ended without a valid proof of competence", "restoring");
      assertThat(as("requester").get("/api/records/" + number + "/timeline").text())
          .doesNotContain(MISSING);
    }
  }

  @Nested
  class WhoEntersProofs {

    @Test
    void entersNoneOfThemselves() {
      for (String name : List.of("process-owner", "Process-Owner")) {
        assertThat(enter("process-owner", name, "restoring", null, null).refusal())
            .isEqualTo("403 competence.own-proof");
      }
    }

    @Test
    void isTrustedWithIt() {
      for (String other : List.of("agent", "auditor", "admin", newcomer)) {
        assertThat(enter(other, "specialist", "restoring", null, null).status())
            .as(other)
            .isEqualTo(403);
      }
    }

    @Test
    void hearsWhatIsWrong() {
      assertThat(enter("process-owner", "nobody", "restoring", null, null).refusal())
          .isEqualTo("400 competence.unknown-account");
      assertThat(enter("process-owner", newcomer, "singing", null, null).refusal())
          .isEqualTo("400 competence.unknown-skill");
      assertThat(
              enter("process-owner", newcomer, "restoring", "2026-02-01", "2026-02-01").refusal())
          .isEqualTo("400 competence.bad-period");
    }

    @Test
    void withdrawsOnce() {
      var address =
          "/api/competences/"
              + enter("process-owner", newcomer, "restoring", null, null).at("id")
              + "/withdraw";
      var why = Map.of("reason", "A mistake");
      assertThat(as("process-owner").post(address, why).status()).isEqualTo(204);
      assertThat(as("process-owner").post(address, why).refusal())
          .isEqualTo("409 competence.withdrawn-already");
      assertThat(
              as("process-owner")
                  .post("/api/competences/" + UUID.randomUUID() + "/withdraw", why)
                  .refusal())
          .isEqualTo("404 competence.no-such-proof");
    }
  }

  @Nested
  class WhoLooks {

    private String proof;

    @BeforeEach
    void aProofIsThere() {
      proof = enter("process-owner", newcomer, "incident-triage", "2026-01-01", null).at("id");
    }

    private Answer at(Instant at) {
      return as("auditor").get("/api/competences?account=" + newcomer + "&at=" + at);
    }

    @Test
    void seesWhatWasProvenThen() {
      Instant entered =
          Instant.parse(
              as("auditor").get("/api/competences?account=" + newcomer).at("/content/0/enteredAt"));
      assertThat(at(entered).at("/content/0/id")).isEqualTo(proof);
      assertThat(at(entered).at("/content/0/inForce")).isEqualTo("true");
      assertThat(at(entered.minusMillis(1)).at("/page/totalElements")).isEqualTo("0");
      as("service-level-manager")
          .post("/api/competences/" + proof + "/withdraw", Map.of("reason", "Over"));
      assertThat(at(entered).at("/content/0/id")).isEqualTo(proof);
      assertThat(as("auditor").get("/api/ledger?record=competence:" + proof).text())
          .contains("competence.proofEntered", "competence.proofWithdrawn", "process-owner");
    }

    @Test
    void seesWhatIsNeededAndOfWhomItIsProven() {
      var needs = as("incident-manager").get("/api/competences/needs");
      assertThat(needs.at("/0/policy")).isEqualTo("BLOCK");
      assertThat(needs.body().at("/0/proven").toString()).contains(newcomer);
      assertThat(needs.body().at("/1/lacking").toString()).contains("specialist");
    }

    @Test
    void findsItOnThePageAndEntersThere() {
      var owner = suite.browser("process-owner");
      owner.form(
          "/competences",
          "/competences",
          Map.of("account", newcomer, "skill", "restoring", "evidence", "<b>Seen</b>"));
      String page = owner.get("/competences?account=" + newcomer).body();
      assertThat(page).contains("restoring", "&lt;b&gt;Seen&lt;/b&gt;", "in force");

      var own =
          owner.form(
              "/competences",
              "/competences",
              Map.of("account", "process-owner", "skill", "restoring", "evidence", "I am <good>"));
      assertThat(own.body())
          .contains("competence.own-proof", "I am &lt;good&gt;")
          .containsPattern("value=\"restoring\"\\s+selected");
      assertThat(owner.get("/competences?at=soon").body()).contains("2026-04-27T09:00:00Z");
      assertThat(suite.browser("auditor").get("/competences").body())
          .contains(newcomer)
          .doesNotContain("Enter a proof", "Withdraw it");
      assertThat(suite.browser("agent").get("/competences").statusCode()).isIn(403, 404);
    }

    @Test
    void keepsWhatWasEnteredWhenSomethingIsWrong() {
      var owner = suite.browser("process-owner");
      Map<String, String> right =
          Map.of(
              "account", newcomer,
              "skill", "restoring",
              "from", "2026-01-02",
              "until", "2027-01-02",
              "evidence", "Seen & signed");
      Map<String, String> wrong =
          Map.of(
              "account", "nobody-here",
              "skill", "",
              "from", "soon",
              "until", "2026-01-01",
              "evidence", "");
      wrong.forEach(
          (field, value) -> {
            Map<String, String> fields = new HashMap<>(right);
            fields.put(field, value);
            var answer = owner.form("/competences", fields);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                .as(field)
                .contains("That was not done", "href=\"#" + field + "\"")
                .contains("value=\"" + fields.get("account") + "\"");
          });
      assertThat(suite.browser("auditor").get("/competences?account=" + newcomer).body())
          .doesNotContain("Seen &amp; signed");
    }

    @Test
    void entersTheSameOneOnceAlsoFromSeveralPagesAtOnce() throws Exception {
      var owner = as("process-owner");
      Map<String, String> fields =
          Map.of("account", newcomer, "skill", "restoring", "evidence", "Certificate 7");
      var pool = java.util.concurrent.Executors.newFixedThreadPool(3);
      try {
        var answers =
            pool.invokeAll(
                java.util.Collections.<java.util.concurrent.Callable<Answer>>nCopies(
                    3, () -> owner.post("/api/competences", fields)));
        List<String> statuses = new java.util.ArrayList<>();
        for (var answer : answers) {
          statuses.add(answer.get().status() == 201 ? "201" : answer.get().refusal());
        }
        assertThat(statuses)
            .containsExactlyInAnyOrder(
                "201", "409 competence.proven-already", "409 competence.proven-already");
      } finally {
        pool.shutdownNow();
      }
      var page = suite.browser("process-owner").form("/competences", "/competences", fields).body();
      assertThat(page).contains("competence.proven-already", "by process-owner", "Certificate 7");

      assertThat(
              enterWith(Map.of("until", java.time.LocalDate.now().plusDays(9).toString())).status())
          .as("another end")
          .isEqualTo(201);
      assertThat(enterWith(Map.of("evidence", "Certificate 8")).status())
          .as("another evidence")
          .isEqualTo(201);
      String id =
          as("auditor")
              .get("/api/competences?account=" + newcomer + "&size=50")
              .body()
              .path("content")
              .findParents("id")
              .stream()
              .filter(one -> one.path("evidence").asText().equals("Certificate 8"))
              .map(one -> one.path("id").asText())
              .findFirst()
              .orElseThrow();
      owner.post("/api/competences/" + id + "/withdraw", Map.of("reason", "Over"));
      assertThat(enterWith(Map.of("evidence", "Certificate 8")).status())
          .as("after the other was withdrawn")
          .isEqualTo(201);
    }

    private Answer enterWith(Map<String, String> other) {
      Map<String, String> fields =
          new HashMap<>(
              Map.of("account", newcomer, "skill", "restoring", "evidence", "Certificate 7"));
      fields.putAll(other);
      return as("process-owner").post("/api/competences", fields);
    }

    @Test
    void entersOneOnceAndWithdrawsItOnceHoweverOftenTheyClick() {
      var owner = suite.browser("process-owner");
      Map<String, String> fields =
          Map.of(
              "account",
              newcomer,
              "skill",
              "restoring",
              "evidence",
              "Clicked twice",
              "idempotencyKey",
              newcomer);
      owner.form("/competences", fields);
      owner.form("/competences", fields);
      var listed = as("auditor").get("/api/competences?account=" + newcomer);
      assertThat(listed.text()).containsOnlyOnce("Clicked twice");

      String id = listed.at("/content/0/id");
      String withdraw = "/competences/" + id + "/withdraw";
      assertThat(owner.form("/competences", withdraw, Map.of("reason", "")).body())
          .contains("That was not done", "request.missing", "href=\"#withdraw-" + id + "\"");
      owner.form("/competences", withdraw, Map.of("reason", "Over"));
      assertThat(owner.get("/competences").body()).contains("The proof is withdrawn.");
      assertThat(owner.form("/competences", withdraw, Map.of("reason", "Once more")).body())
          .contains("That was not done", "competence.withdrawn-already");
    }
  }
}
