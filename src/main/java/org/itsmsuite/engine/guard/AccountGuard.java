package org.itsmsuite.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.refusal.Refusal;

/**
 * Says in plain words that an account, a group or a membership is not there, or there already,
 * before the history of them tells of something that never was; and keeps what the suite cannot do
 * without: {@link IdentityRules}.
 */
public final class AccountGuard extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    if (isOfInterest(command)
        && !EngineCalls.isInternal()
        && OuterCall.isRunning()
        && isAllowed(command)) {
      check(command);
      IdentityRules.check(command);
    }
    return next.execute(command);
  }

  private static boolean isOfInterest(Command<?> command) {
    return command instanceof CreateMembershipCmd
        || command instanceof DeleteMembershipCmd
        || command instanceof DeleteUserCmd
        || command instanceof DeleteGroupCmd
        || command instanceof SaveUserCmd && isNew(command);
  }

  private static boolean isNew(Command<?> command) {
    return CommandFields.<Object>get(command, "user") instanceof UserEntity user
        && user.getRevision() == 0;
  }

  /** Nobody else hears from here who there is; the engine refuses them. */
  private static boolean isAllowed(Command<?> command) {
    var context = Context.getCommandContext();
    var rights = context.getAuthorizationManager();
    var person = context.getAuthentication();
    return person != null && (rights.isCamundaAdmin(person) || hasRight(command, rights));
  }

  private static boolean hasRight(Command<?> command, AuthorizationManager rights) {
    if (command instanceof SaveUserCmd) {
      return rights.isAuthorized(Permissions.CREATE, Resources.USER, null);
    }
    if (command instanceof DeleteUserCmd) {
      return rights.isAuthorized(
          Permissions.DELETE, Resources.USER, CommandFields.get(command, "userId"));
    }
    var resource = command instanceof DeleteGroupCmd ? Resources.GROUP : Resources.GROUP_MEMBERSHIP;
    var permission =
        command instanceof CreateMembershipCmd ? Permissions.CREATE : Permissions.DELETE;
    return rights.isAuthorized(permission, resource, CommandFields.get(command, "groupId"));
  }

  private static void check(Command<?> command) {
    if (command instanceof SaveUserCmd) {
      return;
    }
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
