package org.itsmsuite.engine.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.refusal.Refusal;

/**
 * Keeps duties apart whichever way somebody comes: a task in which a second duty is done is neither
 * taken by, nor given to, nor left in another way by whoever did the first; and no account gets
 * groups that exclude each other. Completions are looked at where their values have been checked,
 * in {@code TaskForms}. The suite's own calls are no exception: they act for a person.
 */
public final class DutyGuard extends CommandInterceptor {

  private final Supplier<Duties> duties;

  public DutyGuard(Supplier<Duties> duties) {
    this.duties = duties;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (isOfInterest(command) && duties.get() != null) {
      try {
        check(command, duties.get());
      } catch (Refusal refused) {
        throw RefusedRights.of(refused);
      }
    }
    return next.execute(command);
  }

  private static boolean isOfInterest(Command<?> command) {
    return command instanceof ClaimTaskCmd
        || command instanceof AbstractAddIdentityLinkCmd
        || command instanceof DelegateTaskCmd
        || command instanceof SaveTaskCmd
        || command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd
        || command instanceof CreateMembershipCmd
        || isRepair(command);
  }

  private static boolean isRepair(Command<?> command) {
    return command instanceof ModifyProcessInstanceCmd
        || command instanceof DeleteProcessInstanceCmd;
  }

  private static void check(Command<?> command, Duties duties) {
    if (command instanceof CreateMembershipCmd) {
      checkGroups(command, duties);
    } else if (command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd) {
      leaving(task(command), duties);
    } else if (command instanceof SaveTaskCmd) {
      TaskEntity saved = CommandFields.get(command, "task");
      TaskEntity task = find(saved.getId());
      given(task, saved.getAssignee(), duties);
      given(task, saved.getOwner(), duties);
    } else if (isRepair(command)) {
      if (!EngineCalls.isInternal() && OuterCall.isRunning()) {
        repaired(command, duties);
      }
    } else {
      given(task(command), CommandFields.get(command, "userId"), duties);
    }
  }

  private static void given(TaskEntity task, String account, Duties duties) {
    if (task != null && account != null && isSecondDuty(task, duties)) {
      duties
          .conflictsOfTask(TaskRecord.of(task), process(task), task.getTaskDefinitionKey(), account)
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
  }

  private static void leaving(TaskEntity task, Duties duties) {
    if (task != null && isSecondDuty(task, duties)) {
      duties.leaving(TaskRecord.of(task), process(task), task.getTaskDefinitionKey());
    }
  }

  /** An administrator who moves or ends a process by hand could skip the second duty. */
  private static void repaired(Command<?> command, Duties duties) {
    String run =
        command instanceof DeleteProcessInstanceCmd
            ? CommandFields.get(command, "processInstanceId")
            : CommandFields.<ProcessInstanceModificationBuilderImpl>get(command, "builder")
                .getProcessInstanceId();
    var execution =
        run == null
            ? null
            : Context.getCommandContext().getExecutionManager().findExecutionById(run);
    String record = TaskRecord.of(execution);
    if (record != null) {
      duties.repairing(record);
    }
  }

  private static void checkGroups(Command<?> command, Duties duties) {
    String account = CommandFields.get(command, "userId");
    Set<String> groups = new HashSet<>();
    Context.getProcessEngineConfiguration()
        .getIdentityService()
        .createGroupQuery()
        .groupMember(account)
        .list()
        .forEach(group -> groups.add(group.getId()));
    groups.add(CommandFields.get(command, "groupId"));
    duties
        .conflictsOfGroups(account, groups)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private static boolean isSecondDuty(TaskEntity task, Duties duties) {
    return task.getProcessDefinition() != null
        && duties.tasksOf(process(task)).contains(task.getTaskDefinitionKey());
  }

  private static String process(TaskEntity task) {
    return task.getProcessDefinition().getKey();
  }

  private static TaskEntity task(Command<?> command) {
    return find(CommandFields.get(command, "taskId"));
  }

  private static TaskEntity find(String id) {
    return id == null ? null : Context.getCommandContext().getTaskManager().findTaskById(id);
  }
}
