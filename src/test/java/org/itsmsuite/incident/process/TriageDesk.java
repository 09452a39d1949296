package org.itsmsuite.incident.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.NewIncident;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockView;

/** The people of a small service desk, and what they do; stories are told with these verbs. */
class TriageDesk {

  static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z"); // 09:00 in Amsterdam
  static final Actor REQUESTER = new Actor("requester", Set.of("customers"));
  static final Actor AGENT = new Actor("agent", Set.of("service-desk"));
  static final Actor SPECIALIST = new Actor("specialist", Set.of("second-level"));
  static final Actor INCIDENT_MANAGER = new Actor("incident-manager", Set.of("incident-managers"));

  final InMemoryDesk desk;

  TriageDesk(InMemoryDesk desk) {
    this.desk = desk;
    desk.at(MONDAY_NINE);
  }

  Set<String> concerned(String number) {
    return desk.restrictions().concerned(number);
  }

  /** The last fact of that name. */
  LedgerEntry fact(String number, String what) {
    return desk.ledger().of(number).stream()
        .filter(entry -> entry.what().equals(what))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** A P3 incident of the e-mail service, reported on Monday at nine. */
  String reported() {
    return reported(Impact.MEDIUM, Urgency.MEDIUM);
  }

  String reported(Impact impact, Urgency urgency) {
    return reported(impact, urgency, false);
  }

  String reportedAsSecurity() {
    return reported(Impact.MEDIUM, Urgency.MEDIUM, true);
  }

  private String reported(Impact impact, Urgency urgency, boolean security) {
    desk.as(REQUESTER);
    return desk.incidents()
        .report(
            new NewIncident(
                "E-mail does not arrive",
                "Since nine o'clock",
                "email",
                null,
                IncidentKind.INTERRUPTION,
                impact,
                urgency,
                null,
                "page",
                security,
                null,
                null))
        .number();
  }

  /** Triaged by the agent and waiting at the group that supports the service. */
  String triaged() {
    String number = reported();
    triage(number, Map.of());
    return number;
  }

  void triage(String number, Map<String, Object> otherwise) {
    desk.as(AGENT);
    desk.take(number);
    desk.complete(
        number,
        "userTask_triageIncident",
        values(
            otherwise,
            "mechanism",
            "INCIDENT",
            "category",
            "other",
            "impact",
            "MEDIUM",
            "urgency",
            "MEDIUM"));
  }

  void restore(String number, Map<String, Object> otherwise) {
    desk.as(SPECIALIST);
    desk.take(number);
    desk.complete(
        number,
        "userTask_restoreService",
        values(
            otherwise,
            "result",
            "RESTORED",
            "resolution",
            "Restarted the queue",
            "resolutionCode",
            "FIXED",
            "causeKnown",
            "YES"));
  }

  /** Restored, and waiting for the user's answer. */
  String resolved() {
    String number = triaged();
    restore(number, Map.of());
    return number;
  }

  String closed() {
    String number = resolved();
    desk.as(REQUESTER);
    desk.incidents().confirm(number);
    return number;
  }

  /** Triaged, and a child of the other. */
  String childOf(String parent) {
    String number = triaged();
    desk.as(AGENT);
    desk.links().link(number, LinkType.CHILD_OF, parent, null);
    return number;
  }

  void confirm(String number) {
    desk.as(REQUESTER);
    desk.incidents().confirm(number);
  }

  /** The jobs of its process that wait for nothing but to be run. */
  List<Job> jobs(String number) {
    return desk.engine()
        .getManagementService()
        .createJobQuery()
        .processInstanceId(incident(number).run().instance())
        .messages()
        .list();
  }

  /** What the job executor would do now. */
  void runJobs(String number) {
    desk.as(Actor.SYSTEM);
    jobs(number).forEach(job -> desk.engine().getManagementService().executeJob(job.getId()));
  }

  private static Map<String, Object> values(Map<String, Object> otherwise, Object... defaults) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < defaults.length; i += 2) {
      values.put((String) defaults[i], defaults[i + 1]);
    }
    values.putAll(otherwise);
    values.values().removeIf(""::equals);
    return values;
  }

  Incident incident(String number) {
    return desk.incidents().find(number);
  }

  ClockView clock(String number, ClockKind kind) {
    return desk.clocks().of(number).stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  ProcessInstance process(String number) {
    return desk.engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(incident(number).run().instance())
        .singleResult();
  }

  /** For assertions on a process that may have ended. */
  boolean hasPassed(String number, String activity) {
    return desk.engine()
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(incident(number).run().instance())
            .activityId(activity)
            .finished()
            .count()
        > 0;
  }

  boolean hasEnded(String number) {
    return process(number) == null;
  }

  Task task(String number) {
    return desk.task(number);
  }

  List<String> groups(Task task) {
    return desk.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map(link -> link.getGroupId())
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  List<String> facts(String number) {
    return desk.ledger().of(number).stream().map(entry -> entry.what()).toList();
  }

  List<String> told(String number) {
    return desk.notifications().told().stream()
        .filter(one -> one.notification().record().equals(number))
        .map(one -> one.notification().template() + " " + one.recipient())
        .toList();
  }

  long storedVariables() {
    return desk.engine().getRuntimeService().createVariableInstanceQuery().count();
  }
}
