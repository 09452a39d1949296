package org.itsmsuite.incident.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.replay.process.InMemoryDesk;

/** Who deals with major incidents, and what they do; stories are told with these verbs. */
class MajorIncidentDesk extends TriageDesk {

  static final Actor ENGINEER = new Actor("engineer", Set.of("third-level"));
  static final Actor OTHER_MANAGER = new Actor("incident-manager-2", Set.of("incident-managers"));
  static final Actor SERVICE_LEVEL_MANAGER =
      new Actor("service-level-manager", Set.of("service-level-managers"));

  MajorIncidentDesk(InMemoryDesk desk) {
    super(desk);
  }

  /**
   * A P1 incident of the e-mail service, declared by the criteria as soon as somebody has looked at
   * it; everybody was told, nobody is in charge yet.
   */
  String declared() {
    String number = reported(Impact.HIGH, Urgency.HIGH);
    triage(number, Map.of("impact", "HIGH", "urgency", "HIGH"));
    return number;
  }

  /** The incident manager is in charge; the third level has a technical task. */
  String led() {
    String number = declared();
    takeCharge(number, Map.of());
    return number;
  }

  /** The service works again and the technical task is done: the report is awaited. */
  String ended() {
    String number = led();
    technicalTaskDone(number, Map.of());
    incidentEnds(number);
    return number;
  }

  boolean isMajor(String number) {
    return incident(number).assessment().major();
  }

  /** The incident manager has written the report. */
  String reportWritten() {
    String number = ended();
    report(number);
    return number;
  }

  /** Starts the process that leads it by hand, as an administrator might. */
  void leadByHand(String number) {
    EngineCalls.internally(
        () ->
            desk.engine().getRuntimeService().startProcessInstanceByKey("major-incident", number));
  }

  void incidentEnds(String number) {
    restore(number, Map.of());
  }

  void incidentReopens(String number) {
    desk.as(REQUESTER);
    desk.incidents().reopen(number, "Not at all");
  }

  void takeCharge(String number, Map<String, Object> otherwise) {
    desk.as(INCIDENT_MANAGER);
    complete(
        number,
        "userTask_takeCharge",
        with(otherwise, "groups", List.of("third-level"), "task_third_level", "Look at the queue"));
  }

  void technicalTaskDone(String number, Map<String, Object> otherwise) {
    desk.as(ENGINEER);
    complete(
        number,
        "userTask_carryOutTechnicalTask",
        with(otherwise, "outcome", "DONE", "result", "Queue emptied"));
  }

  void update(String number, String text) {
    desk.as(INCIDENT_MANAGER);
    complete(number, "userTask_sendNextUpdate", Map.of("update", text));
  }

  void report(String number) {
    desk.as(INCIDENT_MANAGER);
    complete(
        number,
        "userTask_writeReport",
        Map.of(
            "course", "Nine: no mail. Ten: mail.",
            "cause", "A full queue",
            "effect", "No mail for an hour",
            "done", "The queue was emptied"));
  }

  void review(String number, Map<String, Object> otherwise) {
    desk.as(SERVICE_LEVEL_MANAGER);
    complete(
        number,
        "userTask_reviewMajorIncident",
        with(
            otherwise,
            "participants",
            "incident-manager, engineer",
            "findings",
            "Nobody watched the queue",
            "improvements",
            "Watch the queue",
            "problemWanted",
            "YES"));
  }

  void complete(String number, String taskKey, Map<String, Object> values) {
    complete(open(number, taskKey), values);
  }

  void complete(Task task, Map<String, Object> values) {
    EngineCalls.internally(() -> tasks().complete(task.getId(), values));
  }

  Task open(String number, String taskKey) {
    return tasks()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .taskDefinitionKey(taskKey)
        .singleResult();
  }

  /** Keys of the tasks that are open in the process that leads it. */
  List<String> waitingAt(String number) {
    return tasks()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .processDefinitionKey("major-incident")
        .list()
        .stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  private TaskService tasks() {
    return desk.engine().getTaskService();
  }

  ProcessInstance leading(String number) {
    return desk.engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("major-incident")
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  boolean hasPassedWhileLed(String number, String activity) {
    return desk.engine()
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(major(number).lead().run().instance())
            .activityId(activity)
            .finished()
            .count()
        > 0;
  }

  MajorIncident major(String number) {
    return desk.majors().latest(number).orElseThrow();
  }

  List<TechnicalTask> technicalTasks(String number) {
    return desk.majors().technicalTasks(major(number));
  }

  /** Facts about the major incident, in order. */
  List<String> majorFacts(String number) {
    return facts(number).stream().filter(what -> what.startsWith("majorIncident.")).toList();
  }

  private static Map<String, Object> with(Map<String, Object> otherwise, Object... defaults) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < defaults.length; i += 2) {
      values.put((String) defaults[i], defaults[i + 1]);
    }
    values.putAll(otherwise);
    values.values().removeIf(""::equals);
    return values;
  }
}
