package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the conversation do over and over: people talk on one incident. */
final class Talk {

  private final int port;
  private final JdbcClient jdbc;
  final String number;

  Talk(int port, JdbcClient jdbc, String number) {
    this.port = port;
    this.jdbc = jdbc;
    this.number = number;
  }

  static void at(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  Program as(String account) {
    return Program.of(port, account);
  }

  static Visitor browser(int port, String account) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser;
  }

  Visitor browser(String account) {
    return browser(port, account);
  }

  String messages() {
    return "/api/records/" + number + "/messages";
  }

  String attachments() {
    return "/api/records/" + number + "/attachments";
  }

  Answer writes(String account, String text, String visibility, String... headers) {
    return as(account).post(messages(), Map.of("text", text, "visibility", visibility), headers);
  }

  /** A message that the requester can read. */
  Answer says(String account, String text) {
    var answer = writes(account, text, "REQUESTER");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  Answer notes(String account, String text) {
    var answer = writes(account, text, "INTERNAL");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  List<String> textsSeenBy(String account) {
    return as(account).get(messages()).body().path("content").findValuesAsText("text");
  }

  /** A field of one of the record's clocks, or null if there is no such clock. */
  String clock(String kind, String field) {
    for (var clock : as("agent").incident(number).body().path("clocks")) {
      if (clock.path("kind").asText().equals(kind)) {
        return clock.path(field).asText();
      }
    }
    return null;
  }

  /** When the record's one open task is due. */
  Instant taskDue() {
    var task = as("agent").get("/engine-rest/task?processInstanceBusinessKey=" + number);
    return OffsetDateTime.parse(
            task.at("/0/due"), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
        .toInstant();
  }

  String status() {
    return as("agent").incident(number).at("status");
  }

  List<String> facts() {
    return as("auditor")
        .get("/api/records/" + number + "/timeline")
        .body()
        .findValuesAsText("what");
  }

  /** Recipients of the messages of a template, oldest first. */
  List<String> told(String template) {
    return jdbc.sql(
            "select recipient from itsm.notification where record = ? and template = ? order by created_at")
        .params(number, template)
        .query(String.class)
        .list();
  }

  String letter(String template) {
    return jdbc.sql(
            "select subject || '\n' || body from itsm.notification where record = ? and template = ?")
        .params(number, template)
        .query(String.class)
        .single();
  }

  /** Every message to anybody about the record. */
  String letters() {
    return String.join(
        "\n",
        jdbc.sql("select subject || body from itsm.notification where record = ?")
            .param(number)
            .query(String.class)
            .list());
  }

  private String task(String account) {
    return "/engine-rest/task/"
        + as(account).get("/engine-rest/task?processInstanceBusinessKey=" + number).at("/0/id");
  }

  void claims(String account) {
    var answer = as(account).post(task(account) + "/claim", Map.of("userId", account));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private void completes(String account, Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var answer = as(account).post(task(account) + "/complete", Map.of("variables", variables));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  void isResolved() {
    claims("agent");
    completes(
        "agent",
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "HIGH"));
    claims("specialist");
    completes(
        "specialist",
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted it",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
    assertThat(status()).isEqualTo("RESOLVED");
  }

  void isClosed() {
    isResolved();
    assertThat(as("requester").act(number, "confirm", Map.of()).at("status")).isEqualTo("CLOSED");
  }

  static String key() {
    return UUID.randomUUID().toString();
  }
}
