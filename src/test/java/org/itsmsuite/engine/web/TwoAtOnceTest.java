package org.itsmsuite.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people do the same at once: one of them did it, the other reads what happened. */
@DemoSuite
class TwoAtOnceTest {

  private static final Map<String, String> DONE = Map.of("outcome", "DONE", "result", "Emptied");

  @LocalServerPort int port;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private Program manager;
  private Program engineer;
  private String number;

  @Autowired
  TwoAtOnceTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @BeforeEach
  void aMajorIncidentWithATechnicalTask() {
    manager = Program.of(port, "incident-manager");
    engineer = Program.of(port, "engineer");
    number = reported(Program.of(port, "requester"), report());
    manager.act(number, "declare-major", Map.of("reason", "All offices"));
    var taken =
        complete(
            manager,
            "/engine-rest",
            task(manager, "userTask_takeCharge"),
            Map.of("groups", List.of("third-level"), "task_third_level", "Look at the queue"));
    assertThat(taken.status()).as(taken.text()).isEqualTo(204);
  }

  private String task(Program who, String key) {
    return who.get(
            "/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + key)
        .at("/0/id");
  }

  private static Answer complete(Program who, String api, String task, Map<String, ?> values) {
    return who.post(api + "/task/" + task + "/complete", Map.of("variables", variables(values)));
  }

  private static Map<String, Object> variables(Map<String, ?> values) {
    var variables = new HashMap<String, Object>();
    values.forEach(
        (name, value) ->
            variables.put(
                name,
                value instanceof List<?>
                    ? Map.of("value", Program.json(value), "type", "Json")
                    : Map.of("value", value)));
    return variables;
  }

  /** Lets both calls come as far as something that is locked here, and then go on. */
  private <T> List<T> atOnce(String lock, String key, Supplier<T> one, Supplier<T> other) {
    List<CompletableFuture<T>> answers =
        transaction.execute(
            status -> {
              jdbc.sql(lock).param(key).query(String.class).single();
              var calls = Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
              await().atMost(20, TimeUnit.SECONDS).until(() -> waiting() == 2);
              return calls;
            });
    return answers.stream().map(call -> call.orTimeout(30, TimeUnit.SECONDS).join()).toList();
  }

  private long waiting() {
    return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
        .query(Long.class)
        .single();
  }

  private long facts(String what) {
    return jdbc.sql("select count(*) from itsm.ledger_entry where record = ? and what = ?")
        .params(number, what)
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default"})
  void oneOfTwoWhoCompleteATaskAtOnceIsToldThatItWasChangedMeanwhile(String api) {
    String task = task(engineer, "userTask_carryOutTechnicalTask");

    var answers =
        atOnce(
            "select ID_ from ACT_RU_TASK where ID_ = ? for update",
            task,
            () -> complete(engineer, api, task, DONE),
            () -> complete(manager, api, task, Map.of("outcome", "DONE", "result", "Restarted")));

    assertThat(answers)
        .extracting(Answer::refusal)
        .containsExactlyInAnyOrder("204 null", "409 record.changed-meanwhile");
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .first()
        .satisfies(
            loser ->
                assertThat(loser.at("message"))
                    .startsWith("record.changed-meanwhile: ")
                    .doesNotContain("ENGINE-", "TaskEntity", "org.camunda"));
    assertThat(facts("majorIncident.technicalTaskDone")).isEqualTo(1);
  }

  @Test
  void inTasklistTheyAreToldTheSame() {
    String task = task(engineer, "userTask_carryOutTechnicalTask");
    Visitor one = tasklistOf("engineer");
    Visitor other = tasklistOf("incident-manager");

    var answers =
        atOnce(
            "select ID_ from ACT_RU_TASK where ID_ = ? for update",
            task,
            () -> inTasklist(one, task, "complete", Map.of("variables", variables(DONE))),
            () -> inTasklist(other, task, "complete", Map.of("variables", variables(DONE))));

    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .first()
        .satisfies(
            loser ->
                assertThat(loser.body())
                    .contains(
                        "\"key\":\"record.changed-meanwhile\"",
                        "\"message\":\"record.changed-meanwhile: ")
                    .doesNotContain("ENGINE-", "TaskEntity", "org.camunda"));
  }

  @Test
  void oneOfTwoWhoWithdrawAtOnceReadsThatItIsDone() {
    var answers =
        atOnce(
            "select number from itsm.incident where number = ? for update",
            number,
            () -> manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only")),
            () -> manager.act(number, "withdraw-major", Map.of("reason", "By mistake")));

    assertThat(answers)
        .extracting(Answer::refusal)
        .containsExactlyInAnyOrder("200 null", "409 incident.not-major");
    assertThat(facts("majorIncident.withdrawn")).isEqualTo(1);
  }

  @Test
  void whoeverWithdrawsWhileAnUpdateIsSentReadsThatItWasChangedMeanwhile() {
    String task = task(manager, "userTask_sendNextUpdate");

    var answers =
        atOnce(
            "select ID_ from ACT_RU_TASK where ID_ = ? for update",
            task,
            () -> complete(manager, "/engine-rest", task, Map.of("update", "We know the cause")),
            () -> manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only")));

    assertThat(answers)
        .extracting(answer -> answer.status() < 300 ? "done" : answer.refusal())
        .containsExactlyInAnyOrder("done", "409 record.changed-meanwhile");
  }

  /** Often enough that some meet where the task is written, others where the right on it is. */
  @RepeatedTest(6)
  void aTaskTakenThroughTwoDoorsAtOnceIsTakenOnce() {
    Program agent = Program.of(port, "agent");
    String report = reported(Program.of(port, "requester"), report());
    String task = agent.get("/engine-rest/task?processInstanceBusinessKey=" + report).at("/0/id");

    var answers =
        Stream.<Supplier<Answer>>of(
                () -> agent.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "agent")),
                () -> agent.act(report, "take", Map.of()))
            .map(CompletableFuture::supplyAsync)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.status() < 300 ? "done" : answer.refusal())
                    .as(answer.text())
                    .isIn("done", "409 record.changed-meanwhile", "409 incident.already-taken"));
    assertThat(answers).anyMatch(answer -> answer.status() < 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default"})
  void aTaskThatAWithdrawalTookAwayIsGoneForWhoeverStillHasItOpen(String api) {
    String task = task(engineer, "userTask_carryOutTechnicalTask");
    manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only"));

    var calls =
        Map.of(
            "complete", Map.of("variables", variables(DONE)),
            "submit-form", Map.of("variables", variables(DONE)),
            "resolve", Map.of("variables", Map.of()),
            "claim", Map.of("userId", "engineer"),
            "unclaim", Map.of(),
            "assignee", Map.of("userId", "engineer"),
            "delegate", Map.of("userId", "engineer"));
    calls.forEach(
        (call, body) -> {
          var answer = engineer.post(api + "/task/" + task + "/" + call, body);
          assertThat(answer.refusal()).as(call + answer.text()).isEqualTo("404 task.gone");
          assertThat(answer.at("message"))
              .startsWith("task.gone: This task is not open any more")
              .doesNotContain("Cannot find", task);
        });
  }

  private Visitor tasklistOf(String account) {
    var tasklist = Visitor.browser(port);
    tasklist.logIn(account, account);
    tasklist.get("/camunda/app/tasklist/default/");
    return tasklist;
  }

  private static HttpResponse<String> inTasklist(
      Visitor tasklist, String task, String call, Map<String, ?> body) {
    return tasklist.send(
        "POST",
        "/camunda/api/engine/engine/default/task/" + task + "/" + call,
        BodyPublishers.ofString(Program.json(body)),
        "Content-Type",
        "application/json",
        "X-XSRF-TOKEN",
        tasklist.cookie("XSRF-TOKEN"));
  }

  @Test
  void inTasklistItIsGoneAsWell() {
    String task = task(engineer, "userTask_carryOutTechnicalTask");
    manager.act(number, "withdraw-major", Map.of("reason", "One mailbox only"));
    Visitor tasklist = tasklistOf("engineer");

    for (String call : List.of("submit-form", "claim")) {
      var answer =
          inTasklist(
              tasklist,
              task,
              call,
              call.equals("claim")
                  ? Map.of("userId", "engineer")
                  : Map.of("variables", variables(DONE)));
      assertThat(answer.statusCode()).as(call).isEqualTo(404);
      assertThat(answer.body()).as(call).contains("task.gone: This task is not open any more");
    }
  }
}
