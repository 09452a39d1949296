package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.Program;

/**
 * An incident with a history at the desk that turned out to be a matter of security: the desk
 * reported it for somebody and took its task; then it was restricted and given to the security
 * team. From then on it concerns nobody else.
 */
final class HiddenIncident {

  private static final String NO_ID = "11111111-2222-3333-4444-555555555555";

  final String marker = "Zq" + UUID.randomUUID().toString().replace("-", "");
  final String number;
  final String instance;

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

  /** One of the same form that belongs to nothing. */
  static String noId(String id) {
    return id.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", NO_ID);
  }

  /** What nobody reads anywhere whom it does not concern. */
  List<String> secrets() {
    return List.of(number, marker, instance, ids.get("/task/"));
  }
}
