package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;

/**
 * An incident with a history at the desk that turned out to be a matter of security: the desk
 * reported it for somebody and took its task; then it was restricted and given to the security
 * team. From then on it concerns nobody else.
 */
final class HiddenIncident {

  private static final String NO_ID = "11111111-2222-3333-4444-555555555555";

  /** Of the same form as what belongs to a hidden one. */
  private static final Map<String, String> NOTHING =
      Map.of(
          "{number}", "INC-999999",
          "{security}", "SEC-999999",
          "{marker}", "Zqnever",
          "{message}", NO_ID,
          "{attachment}", NO_ID);

  final String marker = "Zq" + UUID.randomUUID().toString().replace("-", "");
  final String number;
  final String instance;

  /** What stands in addresses and bodies for what belongs to it. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /** The engine's ids of what belongs to it, by the resource that is asked for them. */
  private final Map<String, String> ids = new LinkedHashMap<>();

  HiddenIncident(int port) {
    var agent = Program.of(port, "agent");
    var content = report("title", marker + " payroll");
    content.put("description", "Somebody copied " + marker);
    content.put("requester", "requester");
    content.put("customer", "north-office");
    content.put("impact", "HIGH");
    content.put("urgency", "HIGH");
    number = reported(agent, content);
    instance = agent.incident(number).at("/process/instanceId");
    var tasks = agent.get("/engine-rest/task?processInstanceBusinessKey=" + number);
    ids.put("/task/", tasks.at("/0/id"));
    var claimed =
        agent.post("/engine-rest/task/" + tasks.at("/0/id") + "/claim", Map.of("userId", "agent"));
    assertThat(claimed.status()).as(claimed.text()).isEqualTo(204);
    names.put("{number}", number);
    names.put("{marker}", marker);
    names.put("{message}", said(agent));
    names.put("{attachment}", attached(port));
    names.put("{security}", raised(port));
  }

  private String said(Program agent) {
    var text = Map.of("text", "We know of " + marker, "visibility", "REQUESTER");
    var said = agent.post("/api/records/" + number + "/messages", text);
    assertThat(said.status()).as(said.text()).isEqualTo(201);
    return said.at("id");
  }

  private String attached(int port) {
    var file = ("About " + marker).getBytes(StandardCharsets.UTF_8);
    var parts =
        new Parts().field("visibility", "INTERNAL").file("file", marker + ".txt", null, file);
    var attached =
        Visitor.program(port, "agent").parts("/api/records/" + number + "/attachments", parts);
    assertThat(attached.statusCode()).as(attached.body()).isEqualTo(201);
    return attached.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
  }

  /** A security incident of its own beside it. */
  private String raised(int port) {
    var raised =
        Program.of(port, "security-officer")
            .post("/api/security-incidents", Map.of("title", marker, "service", "payroll"));
    assertThat(raised.status()).as(raised.text()).isEqualTo(201);
    return raised.at("number");
  }

  /** A text with what belongs to it in the place of names such as {@code {number}}. */
  String named(String text) {
    return replaced(text, names);
  }

  /** The same with what belongs to nothing. */
  static String absent(String text) {
    return replaced(text, NOTHING);
  }

  private static String replaced(String text, Map<String, String> values) {
    var result = text;
    for (var name : values.entrySet()) {
      result = result.replace(name.getKey(), name.getValue());
    }
    return result;
  }

  /** An answer about it, or about nothing, as both must be. */
  String same(String answer) {
    var result = answer;
    for (var name : names.keySet()) {
      result = result.replace(names.get(name), name).replace(NOTHING.get(name), name);
    }
    return result.replace("{message}", "{id}").replace("{attachment}", "{id}");
  }

  HiddenIncident restricted(
      int port, Restrictions restrictions, Incidents incidents, IncidentFlow flow) {
    restrictions.restrict(number);
    restrictions.worksOn(number, "security-team");
    flow.restrictTasks(incidents.find(number));
    var officer = Program.of(port, "security-officer");
    var moved = officer.act(number, "hand-over", Map.of("group", "security-team"));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    var waits = officer.act(number, "wait", Map.of("waitingFor", "CUSTOMER"));
    assertThat(waits.status()).as(waits.text()).isEqualTo(200);
    return this;
  }

  /** Looks up what the engine keeps about it. */
  HiddenIncident found(ProcessEngine engine) {
    var history = engine.getHistoryService();
    var runtime = engine.getRuntimeService();
    EngineCalls.internally(
        () -> {
          aJobFailed(engine);
          put(
              "/job/",
              engine.getManagementService().createJobQuery().processInstanceId(instance).list(),
              one -> one.getId());
          put(
              "/event-subscription/",
              runtime.createEventSubscriptionQuery().processInstanceId(instance).list(),
              one -> one.getId());
          put(
              "/execution/",
              runtime.createExecutionQuery().processInstanceId(instance).list(),
              one -> one.getId());
          put(
              "/history/activity-instance/",
              history.createHistoricActivityInstanceQuery().processInstanceId(instance).list(),
              one -> one.getId());
          put(
              "/history/decision-instance/",
              history.createHistoricDecisionInstanceQuery().processInstanceId(instance).list(),
              one -> one.getId());
          put(
              "/history/job-log/",
              history.createHistoricJobLogQuery().processInstanceId(instance).list(),
              one -> one.getId());
        });
    return this;
  }

  /** The engine logs jobs that fail; what it logs tells of the record as well. */
  private void aJobFailed(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              var job = command.getJobManager().findJobsByProcessInstanceId(instance).get(0);
              command
                  .getHistoricJobLogManager()
                  .fireJobFailedEvent(job, new IllegalStateException("The relay does not answer"));
              return null;
            });
  }

  private <T> void put(String resource, List<T> found, Function<T, String> id) {
    assertThat(found).as(resource).isNotEmpty();
    ids.put(resource, id.apply(found.get(found.size() - 1)));
  }

  /** An id that belongs to it, for a resource of the engine. */
  String id(String address) {
    return ids.entrySet().stream()
        .filter(one -> address.startsWith(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(instance);
  }

  /** What is sent to an address of the engine, with its ids in the place of names of them. */
  String sent(String body, String address) {
    return named(
        body.replace("{task}", ids.get("/task/"))
            .replace("{job}", ids.get("/job/"))
            .replace("{execution}", ids.get("/execution/"))
            .replace("{activityinstance}", ids.get("/history/activity-instance/"))
            .replace("{decisioninstance}", ids.get("/history/decision-instance/"))
            .replace("{instance}", instance)
            .replace("{id}", id(address)));
  }

  /** The same with what belongs to nothing. */
  static String sentOfNothing(String body) {
    return absent(
        body.replaceAll(
            "\\{(task|job|execution|activityinstance|decisioninstance|instance|id)}", NO_ID));
  }

  /** An answer of the engine about it, or about nothing, as both must be. */
  String sameInTheEngine(String answer) {
    var result = answer.replace(NO_ID, "ID").replace(instance, "ID");
    for (String id : ids.values()) {
      result = result.replace(id, "ID");
    }
    return same(result);
  }

  /** One of the same form that belongs to nothing. */
  static String noId(String id) {
    return id.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", NO_ID);
  }

  /** What nobody reads anywhere whom it does not concern. */
  List<String> secrets() {
    return List.of(number, marker, instance, ids.get("/task/"), names.get("{security}"));
  }
}
