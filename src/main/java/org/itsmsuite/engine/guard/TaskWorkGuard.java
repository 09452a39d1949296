package org.itsmsuite.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.refusal.Refusal;

/**
 * A task is done by whoever has taken it, or, as long as nobody has, by those it is offered to.
 * Administrators keep the engine running and decide nothing in it, although its rights would let
 * them. Who has no right to a task at all is answered by the engine. Whom a task is given to:
 * {@link TaskGiving}.
 */
public final class TaskWorkGuard extends CommandInterceptor {

  private static final List<Class<?>> WORK =
      List.of(
          ClaimTaskCmd.class,
          CompleteTaskCmd.class,
          SubmitTaskFormCmd.class,
          ResolveTaskCmd.class,
          HandleTaskBpmnErrorCmd.class,
          HandleTaskEscalationCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    if (EngineCalls.isInternal() || !isWork(command) && !TaskGiving.is(command)) {
      return next.execute(command);
    }
    CommandContext context = Context.getCommandContext();
    Authentication person = OuterCall.isRunning() ? context.getAuthentication() : null;
    TaskEntity task = person == null ? null : TaskGiving.task(command);
    if (task == null) {
      return next.execute(command);
    }
    if (TaskGiving.is(command)) {
      var giving = new TaskGiving(command, task, person);
      giving.check();
      if (giving.isGivingBack()) {
        return context.runWithoutAuthorization(() -> next.execute(command));
      }
    }
    if (isWork(command) && !person.getUserId().equals(task.getAssignee())) {
      check(task, person);
    }
    return command instanceof SaveTaskCmd ? save(command, task, person) : next.execute(command);
  }

  /** Whoever works on the task is told why its dates and texts are not theirs to change. */
  private <T> T save(Command<T> command, TaskEntity task, Authentication person) {
    try {
      return next.execute(command);
    } catch (AuthorizationException refused) {
      if (person.getUserId().equals(task.getAssignee()) || isOffered(task, person)) {
        throw followsRecord();
      }
      throw refused;
    }
  }

  private static boolean isWork(Command<?> command) {
    return WORK.stream().anyMatch(type -> type.isInstance(command));
  }

  private static void check(TaskEntity task, Authentication person) {
    boolean isAdministrator =
        Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(person);
    if (task.getAssignee() != null) {
      // Who may know of the task hears that it is taken; anybody else what the engine says.
      if (isAdministrator || isOffered(task, person)) {
        throw taken();
      }
    } else if (isAdministrator && !isOffered(task, person)) {
      // Others have no right to it anyway; this spares them the question.
      throw notOffered();
    }
  }

  static boolean isOffered(TaskEntity task, Authentication person) {
    return task.getCandidates().stream()
        .anyMatch(
            link ->
                person.getUserId().equals(link.getUserId())
                    || person.getGroupIds() != null
                        && person.getGroupIds().contains(link.getGroupId()));
  }

  private static ProcessEngineException taken() {
    var refusal =
        Refusal.conflict(
            "task.taken",
            "Somebody else has taken this task. They can give it back, or the record is handed"
                + " over.");
    return new BadUserRequestException(refusal.key() + ": " + refusal.getMessage(), refusal);
  }

  static AuthorizationException notOffered() {
    return forbidden(
        "task.not-offered",
        "This task is not offered to you or your groups: keeping the engine running does not"
            + " include deciding in its processes.");
  }

  private static AuthorizationException followsRecord() {
    return forbidden(
        "task.follows-record",
        "When a task is due, and what else it says, follows from its record and is not changed on"
            + " the task. If the work has to wait, say so on the record's page.");
  }

  private static AuthorizationException forbidden(String key, String sentence) {
    var refusal = Refusal.forbidden(key, sentence);
    var thrown = new AuthorizationException(refusal.key() + ": " + refusal.getMessage());
    thrown.initCause(refusal);
    return thrown;
  }
}
