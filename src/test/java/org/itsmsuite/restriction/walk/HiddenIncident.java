package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.Program;

/**
 * An incident with a history at the desk that turned out to be a matter of security: somebody
 * reported it, somebody took its task, then it was restricted and given to the security team.
 */
final class HiddenIncident {

  final String marker = "Zq" + UUID.randomUUID().toString().replace("-", "");
  final String number;
  final String instance;

  /** The engine's ids of what belongs to it, by the resource that is asked for them. */
  final Map<String, String> ids = new LinkedHashMap<>();

  private final ProcessEngine engine;

  private HiddenIncident(int port, ProcessEngine engine) {
    this.engine = engine;
    var agent = Program.of(port, "agent");
    var content = report("title", marker + " payroll");
    content.put("description", "Somebody copied " + marker);
    content.put("requester", "requester");
    content.put("customer", "north-office");
    content.put("impact", "HIGH");
    content.put("urgency", "HIGH");
    number = reported(agent, content);
    instance = agent.incident(number).at("/process/instanceId");
    var task = agent.get("/engine-rest/task?processInstanceBusinessKey=" + number).at("/0/id");
    assertThat(
            agent.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "agent")).status())
        .isEqualTo(204);
    ids.put("task", task);
  }

  static HiddenIncident restricted(
      int port,
      ProcessEngine engine,
      Restrictions restrictions,
      java.util.function.Consumer<HiddenIncident> before) {
    var hidden = new HiddenIncident(port, engine);
    before.accept(hidden);
    restrictions.restrict(hidden.number);
    var officer = Program.of(port, "security-officer");
    var moved = officer.act(hidden.number, "hand-over", Map.of("group", "security-team"));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    EngineCalls.internally(hidden::find);
    return hidden;
  }

  private void find() {
    ids.put("process-instance", instance);
    ids.put("execution", instance);
    var history = engine.getHistoryService();
    put(
        "job",
        engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
            .map(one -> one.getId())
            .toList());
    put(
        "history/activity-instance",
        history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
            .map(one -> one.getId())
            .toList());
    put(
        "history/decision-instance",
        history.createHistoricDecisionInstanceQuery().processInstanceId(instance).list().stream()
            .map(one -> one.getId())
            .toList());
    put(
        "history/job-log",
        history.createHistoricJobLogQuery().processInstanceId(instance).list().stream()
            .map(one -> one.getId())
            .toList());
    put(
        "event-subscription",
        engine
            .getRuntimeService()
            .createEventSubscriptionQuery()
            .processInstanceId(instance)
            .list()
            .stream()
            .map(one -> one.getId())
            .toList());
  }

  private void put(String resource, List<String> found) {
    if (!found.isEmpty()) {
      ids.put(resource, found.get(0));
    }
  }

  /** What must not be read anywhere by those it does not concern. */
  List<String> secrets() {
    return new ArrayList<>(List.of(number, marker, instance));
  }
}
