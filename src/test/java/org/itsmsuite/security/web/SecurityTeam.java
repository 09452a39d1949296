package org.itsmsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;

/** What the security team does over HTTP; stories are told with these verbs. */
final class SecurityTeam {

  static final String TITLE = "A list of salaries lay in the canteen";

  private final int port;
  final Program officer;

  SecurityTeam(int port) {
    this.port = port;
    this.officer = Program.of(port, "security-officer");
  }

  Program as(String account) {
    return Program.of(port, account);
  }

  static Map<String, Object> event() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("title", TITLE);
    event.put("description", "Found at noon");
    event.put("service", "payroll");
    return event;
  }

  static Map<String, Object> event(String field, Object value) {
    Map<String, Object> event = event();
    event.put(field, value);
    return event;
  }

  String raised() {
    var answer = officer.post("/api/security-incidents", event());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("number");
  }

  Answer seen(String number) {
    return officer.get("/api/security-incidents/" + number);
  }

  static Map<String, Object> threat() {
    Map<String, Object> values = new HashMap<>();
    values.put("finding", "SECURITY_EVENT");
    values.put("probability", "MEDIUM");
    values.put("confidentiality", "HIGH");
    values.put("integrity", "NONE");
    values.put("accessibility", "NONE");
    values.put("accountability", true);
    values.put("personalData", "YES");
    values.put("notifyOutside", "YES");
    return values;
  }

  static Map<String, Object> review() {
    return new HashMap<>(
        Map.of(
            "kind", "DISCLOSURE",
            "volume", "One list, 40 people",
            "effect", "Talk in the canteen",
            "lessons", "Printers ask for a badge",
            "causeLeft", "NO",
            "improvement", "YES"));
  }

  /** The open task of that key as an address of the engine's REST API. */
  String task(Program who, String number, String key) {
    var tasks =
        who.get(
            "/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + key);
    assertThat(tasks.body()).as(tasks.text()).hasSize(1);
    return "/engine-rest/task/" + tasks.at("/0/id");
  }

  static Answer complete(Program who, String task, Map<String, ?> values) {
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return who.post(task + "/complete", Map.of("variables", variables));
  }

  void done(Program who, String number, String key, Map<String, ?> values) {
    var answer = complete(who, task(who, number, key), values);
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  void assess(String number) {
    done(officer, number, "userTask_assessSecurityEvent", threat());
  }

  void resolve(String number) {
    assess(number);
    done(
        officer,
        number,
        "userTask_containSecurityIncident",
        Map.of("result", "CONTAINED", "resolution", "Collected and shredded"));
    done(
        officer,
        number,
        "userTask_notifyOutside",
        Map.of("result", "NOTIFIED", "notification", "The authority, by letter"));
  }
}
