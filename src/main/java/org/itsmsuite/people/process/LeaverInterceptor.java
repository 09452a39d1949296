package org.itsmsuite.people.process;

import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.people.Leavers;

/**
 * Whichever way an account or membership goes, by Camunda Admin, the engine's REST API or the
 * suite's start: what it means for open work happens in the same transaction, or not at all.
 */
final class LeaverInterceptor extends CommandInterceptor {

  private final Supplier<Leavers> leavers;

  LeaverInterceptor(Supplier<Leavers> leavers) {
    this.leavers = leavers;
  }

  @Override
  public <T> T execute(Command<T> command) {
    List<String> members =
        command instanceof DeleteGroupCmd ? members(text(command, "groupId")) : List.of();
    T result = next.execute(command);
    if (command instanceof DeleteUserCmd) {
      leavers.get().gone(text(command, "userId"));
    } else if (command instanceof DeleteMembershipCmd) {
      leavers.get().lost(text(command, "userId"), text(command, "groupId"));
    } else if (command instanceof DeleteGroupCmd) {
      members.forEach(member -> leavers.get().lost(member, text(command, "groupId")));
    } else if (command instanceof CreateMembershipCmd) {
      leavers.get().joined(text(command, "userId"), text(command, "groupId"));
    } else if (command instanceof SaveUserCmd) {
      leavers.get().back(((User) value(command, "user")).getId());
    }
    return result;
  }

  private static List<String> members(String group) {
    return group == null
        ? List.of()
        : Context.getProcessEngineConfiguration()
            .getIdentityService()
            .createUserQuery()
            .memberOfGroup(group)
            .unlimitedList()
            .stream()
            .map(User::getId)
            .toList();
  }

  private static String text(Command<?> command, String name) {
    return (String) value(command, name);
  }

  private static Object value(Command<?> command, String name) {
    try {
      Field field = command.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(command);
    } catch (ReflectiveOperationException otherEngine) {
      throw new IllegalStateException(
          "This version of the engine has no " + command.getClass().getName() + "." + name,
          otherEngine);
    }
  }
}
