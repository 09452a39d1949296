package org.itsmsuite.engine.guard;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.competence.CoveredTask;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.refusal.Refusal;

/**
 * Asks for the skills a task needs when it is taken, given to somebody or ended, whichever way the
 * call came; the suite's own calls are no exception: they act for a person. Last of the guards, so
 * that whoever has no business with a task hears nothing of its skills.
 */
public final class CompetenceGuard extends CommandInterceptor {

  private final Supplier<Competences> competences;

  public CompetenceGuard(Supplier<Competences> competences) {
    this.competences = competences;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Competences asked = isTaking(command) || isEnding(command) ? competences.get() : null;
    if (asked != null) {
      try {
        check(command, asked);
      } catch (Refusal refused) {
        throw RefusedRights.of(refused);
      }
    }
    return next.execute(command);
  }

  private static boolean isTaking(Command<?> command) {
    return command instanceof ClaimTaskCmd
        || command instanceof AbstractAddIdentityLinkCmd
        || command instanceof DelegateTaskCmd
        || command instanceof SaveTaskCmd;
  }

  private static boolean isEnding(Command<?> command) {
    return command instanceof CompleteTaskCmd
        || command instanceof SubmitTaskFormCmd
        || command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd;
  }

  private static void check(Command<?> command, Competences competences) {
    TaskEntity task = task(command);
    if (task == null
        || task.getProcessDefinition() == null
        || !competences.mayCover(
            task.getProcessDefinition().getKey(), task.getTaskDefinitionKey())) {
      return;
    }
    if (isEnding(command)) {
      if (isTheirs(task)) {
        competences.ended(covered(task));
      }
    } else {
      String account = taker(command);
      if (account != null && !account.equals(task.getAssignee())) {
        competences.taken(covered(task), account);
      }
    }
  }

  private static TaskEntity task(Command<?> command) {
    String id =
        command instanceof SaveTaskCmd
            ? CommandFields.<TaskEntity>get(command, "task").getId()
            : CommandFields.get(command, "taskId");
    return id == null ? null : Context.getCommandContext().getTaskManager().findTaskById(id);
  }

  /** Whom the command makes the assignee, or null. */
  private static String taker(Command<?> command) {
    if (command instanceof SaveTaskCmd) {
      return CommandFields.<TaskEntity>get(command, "task").getAssignee();
    }
    if (command instanceof AbstractAddIdentityLinkCmd
        && !IdentityLinkType.ASSIGNEE.equals(CommandFields.get(command, "type"))) {
      return null;
    }
    return CommandFields.get(command, "userId");
  }

  /**
   * A requester who confirms on our page ends a task of the desk without doing the desk's work. In
   * the engine itself nobody ends a task who does not do it.
   */
  private static boolean isTheirs(TaskEntity task) {
    Authentication person = Context.getCommandContext().getAuthentication();
    return !EngineCalls.isInternal()
        || person == null
        || person.getUserId().equals(task.getAssignee())
        || task.getCandidates().stream().anyMatch(link -> isOffered(link, person));
  }

  private static boolean isOffered(IdentityLink link, Authentication person) {
    return person.getUserId().equals(link.getUserId())
        || person.getGroupIds() != null && person.getGroupIds().contains(link.getGroupId());
  }

  private static CoveredTask covered(TaskEntity task) {
    Set<String> groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(group -> group != null)
            .collect(Collectors.toSet());
    return new CoveredTask(
        TaskRecord.of(task),
        task.getProcessDefinition().getKey(),
        task.getTaskDefinitionKey(),
        groups);
  }
}
