package org.itsmsuite.role.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.role.RoleHistory;

/** Notices every change of a membership, made by Admin, the REST API or the suite itself. */
class RoleChanges extends CommandInterceptor {

  private final Supplier<RoleHistory> history;

  RoleChanges(Supplier<RoleHistory> history) {
    this.history = history;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (command instanceof CreateMembershipCmd) {
      history
          .get()
          .given(CommandFields.get(command, "userId"), CommandFields.get(command, "groupId"));
    } else if (command instanceof DeleteMembershipCmd) {
      history
          .get()
          .taken(CommandFields.get(command, "userId"), CommandFields.get(command, "groupId"));
    } else if (command instanceof DeleteUserCmd) {
      history.get().gone(CommandFields.get(command, "userId"));
    } else if (command instanceof DeleteGroupCmd) {
      history.get().ended(CommandFields.get(command, "groupId"));
    }
    return result;
  }
}
