package org.itsmsuite.engine.guard;

import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.refusal.Refusal;

/**
 * Who may give an open task to whom. People take it for themselves, and whoever has it gives it
 * back. Administrators give it to others, but only to those it is offered to. Whom it is offered to
 * follows from the record, and is not changed on the task.
 */
final class TaskGiving {

  private final Command<?> command;
  private final TaskEntity task;
  private final Authentication person;

  TaskGiving(Command<?> command, TaskEntity task, Authentication person) {
    this.command = command;
    this.task = task;
    this.person = person;
  }

  static boolean is(Command<?> command) {
    return command instanceof ClaimTaskCmd
        || command instanceof AbstractAddIdentityLinkCmd
        || command instanceof DelegateTaskCmd
        || command instanceof DeleteIdentityLinkCmd
        || command instanceof SaveTaskCmd;
  }

  /** The task that one of these commands is about, as the database has it; null if it is gone. */
  static TaskEntity task(Command<?> command) {
    if (command instanceof SaveTaskCmd) {
      String id = CommandFields.<TaskEntity>get(command, "task").getId();
      return id == null ? null : Context.getCommandContext().getTaskManager().findTaskById(id);
    }
    return TargetIds.task(command);
  }

  /** Whether somebody gives back what they have: nobody needs a right for that. */
  boolean isGivingBack() {
    return (command instanceof AssignTaskCmd || command instanceof ClaimTaskCmd)
        && account() == null
        && isTheirs();
  }

  void check() {
    if (command instanceof SaveTaskCmd) {
      TaskEntity saved = CommandFields.get(command, "task");
      to(saved.getAssignee(), task.getAssignee());
      to(saved.getOwner(), task.getOwner());
    } else if (isOfOffer()) {
      throw refusal(
          Refusal.forbidden(
              "task.offer-follows-record",
              "Whom a task is offered to follows from its record: hand the record over, and its"
                  + " tasks go along."));
    } else if (command instanceof DeleteIdentityLinkCmd) {
      to(null, isOwners() ? null : task.getAssignee());
    } else if (!(command instanceof ClaimTaskCmd) || account() != null || isTheirs()) {
      to(account(), isOwners() ? task.getOwner() : task.getAssignee());
    } else if (TaskWorkGuard.isOffered(task, person)) {
      throw refusal(
          Refusal.invalid("task.claim-names-nobody", "userId", "Say who takes it: yourself."));
    }
  }

  private boolean isTheirs() {
    return person.getUserId().equals(task.getAssignee());
  }

  private String account() {
    return CommandFields.get(command, "userId");
  }

  private String kind() {
    return command instanceof AbstractAddIdentityLinkCmd || command instanceof DeleteIdentityLinkCmd
        ? CommandFields.get(command, "type")
        : IdentityLinkType.ASSIGNEE;
  }

  private boolean isOwners() {
    return IdentityLinkType.OWNER.equals(kind());
  }

  private boolean isOfOffer() {
    return !isOwners() && !IdentityLinkType.ASSIGNEE.equals(kind());
  }

  private void to(String account, String before) {
    if (Objects.equals(account, before)) {
      return;
    }
    if (account == null) {
      back();
    } else if (account.equals(person.getUserId())) {
      toOneself();
    } else if (!isAdministrator()) {
      throw refusal(
          Refusal.forbidden(
              "task.claim-for-oneself",
              "A task is taken for oneself. To give the work to others, hand the record over; whoever"
                  + " has the task can give it back."));
    } else if (!isOfferedTo(account)) {
      throw refusal(
          Refusal.forbidden(
              "task.not-offered-to-them",
              "There is no such account among those this task is offered to. To give the work to"
                  + " others, hand the record over."));
    }
  }

  private void toOneself() {
    // Claiming is work, and asked about with it.
    if (!(command instanceof ClaimTaskCmd)
        && !isTheirs()
        && !TaskWorkGuard.isOffered(task, person)) {
      throw TaskWorkGuard.notOffered();
    }
  }

  /** A task that is offered to nobody would be out of everybody's sight. */
  private void back() {
    if (task.getCandidates().isEmpty()) {
      throw refusal(
          Refusal.conflict(
              "task.offered-to-nobody-else",
              "Nobody else is offered this task: it cannot be given back, the record can be handed"
                  + " over."));
    }
  }

  private boolean isOfferedTo(String account) {
    var groups = KnownAccounts.groupsOf(account);
    return !groups.isEmpty()
        && task.getCandidates().stream()
            .anyMatch(
                link -> account.equals(link.getUserId()) || groups.contains(link.getGroupId()));
  }

  private boolean isAdministrator() {
    return Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(person);
  }

  private static RuntimeException refusal(Refusal refused) {
    String message = refused.key() + ": " + refused.getMessage();
    if (refused.kind() != Refusal.Kind.FORBIDDEN) {
      return new BadUserRequestException(message, refused);
    }
    var thrown = new AuthorizationException(message);
    thrown.initCause(refused);
    return thrown;
  }
}
