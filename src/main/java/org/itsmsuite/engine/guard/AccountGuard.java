package org.itsmsuite.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.refusal.Refusal;

/**
 * Says in plain words that an account, a group or a membership is not there, or there already,
 * before the history of them tells of something that never was.
 */
public final class AccountGuard extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    if (isOfInterest(command)
        && !EngineCalls.isInternal()
        && OuterCall.isRunning()
        && isAllowed()) {
      check(command);
    }
    return next.execute(command);
  }

  private static boolean isOfInterest(Command<?> command) {
    return command instanceof CreateMembershipCmd
        || command instanceof DeleteMembershipCmd
        || command instanceof DeleteUserCmd
        || command instanceof DeleteGroupCmd;
  }

  /** Nobody else hears from here who there is; the engine refuses them. */
  private static boolean isAllowed() {
    var context = Context.getCommandContext();
    var person = context.getAuthentication();
    return person != null && context.getAuthorizationManager().isCamundaAdmin(person);
  }

  private static void check(Command<?> command) {
    if (!(command instanceof DeleteGroupCmd)) {
      account(CommandFields.get(command, "userId"));
    }
    if (!(command instanceof DeleteUserCmd)) {
      group(CommandFields.get(command, "groupId"));
    }
    if (command instanceof CreateMembershipCmd && isMember(command)) {
      var refusal =
          Refusal.conflict("identity.member-already", "The account is in this group already.");
      throw new BadUserRequestException(refusal.key() + ": " + refusal.getMessage(), refusal);
    }
    if (command instanceof DeleteMembershipCmd && !isMember(command)) {
      throw absent("identity.no-member", "The account is not in this group.");
    }
  }

  private static boolean isMember(Command<?> command) {
    return KnownAccounts.groupsOf(CommandFields.get(command, "userId"))
        .contains(CommandFields.<String>get(command, "groupId"));
  }

  private static void account(String account) {
    if (account != null && !KnownAccounts.isAccount(account)) {
      throw absent("identity.unknown-account", "There is no account of this name.");
    }
  }

  private static void group(String group) {
    if (group != null && !KnownAccounts.isGroup(group)) {
      throw absent("identity.unknown-group", "There is no group of this name.");
    }
  }

  private static NotFoundException absent(String key, String sentence) {
    return new NotFoundException(key + ": " + sentence, Refusal.notFound(key, sentence));
  }
}
