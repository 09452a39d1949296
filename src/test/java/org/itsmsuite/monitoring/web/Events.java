package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;

/**
 * Events as a monitoring tool sends them, each test with an alarm of its own, and work on tasks.
 */
final class Events {

  private final int port;
  private final Map<String, Object> alarm = new LinkedHashMap<>();

  Events(int port) {
    this.port = port;
    alarm.put("source", "watcher " + UUID.randomUUID());
    alarm.put("service", "email");
    alarm.put("configurationItem", "Mail relay 2");
    alarm.put("title", "Queue does not shrink");
    alarm.put("occurredAt", "2026-03-02T07:59:00Z");
  }

  String source() {
    return (String) alarm.get("source");
  }

  /** From now on this field is another one. */
  Events with(String field, Object value) {
    alarm.put(field, value);
    return this;
  }

  Map<String, Object> event(String severity) {
    Map<String, Object> event = new LinkedHashMap<>(alarm);
    event.put("eventId", UUID.randomUUID().toString());
    event.put("severity", severity);
    return event;
  }

  Answer sent(Map<String, Object> event) {
    var answer = Program.of(port, "agent").post("/api/events", event);
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return answer;
  }

  Answer send(String severity) {
    return sent(event(severity));
  }

  /** An event that makes an incident; gives its number. */
  String raised() {
    var answer = send("CRITICAL");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("number");
  }

  /** Triaged by the agent and restored by the specialist: waits for the requester's answer. */
  void resolve(String number) {
    complete(
        "agent",
        number,
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "HIGH"));
    complete(
        "specialist",
        number,
        Map.of(
            "result", "RESTORED",
            "resolution", "Restarted the queue",
            "resolutionCode", "FIXED",
            "causeKnown", "YES"));
  }

  void complete(String account, String number, Map<String, ?> values) {
    var who = Program.of(port, account);
    String task =
        "/engine-rest/task/"
            + who.get("/engine-rest/task?processInstanceBusinessKey=" + number).at("/0/id");
    who.post(task + "/claim", Map.of("userId", account));
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var done = who.post(task + "/complete", Map.of("variables", variables));
    assertThat(done.status()).as(done.text()).isEqualTo(204);
  }
}
