package org.itsmsuite.incident.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.engine.RunWork;
import org.itsmsuite.engine.TaskPriority;
import org.itsmsuite.engine.restriction.RestrictedTasks;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.Run;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Drives the incident's process in the engine. Calls are the suite's own: who may act was decided
 * before.
 */
@Component
public class IncidentTriage implements IncidentFlow {

  /** A fixed statement: the engine's task query assembles its own anew each time, at a price. */
  private static final String CONFIRMATION =
      "select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
          + " where E.BUSINESS_KEY_ = #{number} and T.TASK_DEF_KEY_ = #{task}";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RestrictedTasks restricted;

  public IncidentTriage(RuntimeService runtime, TaskService tasks, RestrictedTasks restricted) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.restricted = restricted;
  }

  @Override
  public void start(String number) {
    EngineCalls.internally(
        () -> runtime.startProcessInstanceByKey(IncidentTriageModel.KEY, number));
  }

  @Override
  public boolean tell(String number, String message, Map<String, Object> payload) {
    return EngineCalls.internally(
                () ->
                    runtime
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(number)
                        .setVariables(passing(payload))
                        .correlateAllWithResult())
            .size()
        > 0;
  }

  @Override
  public void send(String number, String message, Map<String, Object> payload) {
    try {
      EngineCalls.internally(
          () ->
              runtime
                  .createMessageCorrelation(message)
                  .processInstanceBusinessKey(number)
                  .setVariables(passing(payload))
                  .correlate());
    } catch (MismatchingMessageCorrelationException nobodyWaits) {
      throw Refusal.conflict(
          "incident.action-not-possible",
          "The process of "
              + number
              + " does not wait for \""
              + message
              + "\" now: "
              + "its state does not allow it.");
    }
  }

  @Override
  public boolean answerConfirmation(String number, boolean solved, String comment) {
    Task task = EngineCalls.internally(() -> confirmation(number));
    if (task == null) {
      return false;
    }
    Map<String, Object> answer = new HashMap<>();
    answer.put("confirmed", solved ? "YES" : "NO");
    answer.put("comment", comment);
    try {
      EngineCalls.internally(() -> tasks.complete(task.getId(), answer));
    } catch (FormRefused refused) {
      throw EngineRefusals.in(refused).orElseThrow(() -> refused);
    }
    return true;
  }

  private Task confirmation(String number) {
    return tasks
        .createNativeTaskQuery()
        .sql(CONFIRMATION)
        .parameter("number", number)
        .parameter("task", IncidentTriageModel.CONFIRM_TASK)
        .singleResult();
  }

  @Override
  public void restrictTasks(Incident incident) {
    restricted.review(
        incident.number(),
        incident.run().instance(),
        name -> IncidentTaskName.withoutTitle(name, incident));
  }

  @Override
  public void releaseTasks(Incident incident) {
    restricted.review(
        incident.number(),
        incident.run().instance(),
        name -> IncidentTaskName.withTitle(name, incident));
  }

  @Override
  public void retellPriority(Incident incident, String was) {
    EngineCalls.internally(
        () ->
            RunWork.retell(
                incident.run().instance(),
                name -> IncidentTaskName.withPriority(name, was, incident),
                TaskPriority.of(incident.assessment().priority())));
  }

  @Override
  public void moveTask(Run run, String group) {
    EngineCalls.internally(
        () -> {
          for (Task task : openTasks(run)) {
            boolean isThere = false;
            for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
              if (group.equals(link.getGroupId())) {
                isThere = true;
              } else if (link.getGroupId() != null) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
              }
            }
            if (!isThere) {
              tasks.addCandidateGroup(task.getId(), group);
            }
            if (task.getAssignee() != null) {
              tasks.setAssignee(task.getId(), null);
            }
          }
        });
  }

  @Override
  public boolean take(Run run, String account) {
    return EngineCalls.internally(
        () -> {
          List<Task> free =
              openTasks(run).stream().filter(task -> task.getAssignee() == null).toList();
          free.forEach(task -> tasks.claim(task.getId(), account));
          return !free.isEmpty();
        });
  }

  @Override
  public void wakeUp(Run run, Instant at) {
    EngineCalls.internally(
        () -> {
          for (Task task : openTasks(run)) {
            task.setFollowUpDate(at == null ? null : Date.from(at));
            tasks.saveTask(task);
          }
        });
  }

  private List<Task> openTasks(Run run) {
    return RunWork.tasks(tasks, run.instance());
  }

  private static VariableMap passing(Map<String, Object> payload) {
    VariableMap values = Variables.createVariables();
    payload.forEach(
        (name, value) -> values.putValueTyped(name, Variables.untypedValue(value, true)));
    return values;
  }
}
