package org.itsmsuite.engine.guard;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.identity.ReservedNames;
import org.itsmsuite.refusal.Refusal;

/**
 * What nobody does to the accounts and groups, whatever their rights: leave the suite without an
 * administrator, take a group away that its rights and models rest on, or make an account that
 * passes for the suite or for another account.
 */
final class IdentityRules {

  private IdentityRules() {}

  /**
   * @throws BadUserRequestException with the {@link Refusal}
   */
  static void check(Command<?> command) {
    if (command instanceof SaveUserCmd) {
      newAccount(CommandFields.<User>get(command, "user").getId());
    } else if (command instanceof DeleteUserCmd) {
      administratorStays(CommandFields.get(command, "userId"));
    } else if (command instanceof DeleteMembershipCmd) {
      if (Groups.ADMINISTRATORS.equals(CommandFields.<String>get(command, "groupId"))) {
        administratorStays(CommandFields.get(command, "userId"));
      }
    } else if (command instanceof DeleteGroupCmd) {
      groupStays(CommandFields.get(command, "groupId"));
    }
  }

  /** Two who remove each other wait for one another here; the second hears no. */
  private static void administratorStays(String account) {
    if (!administrators().contains(account)) {
      return;
    }
    oneAfterTheOther();
    if (administrators().equals(List.of(account))) {
      throw refusal(
          Refusal.conflict(
              "identity.last-administrator",
              "This is the last account that can administer the suite. Make somebody else an"
                  + " administrator first."));
    }
  }

  private static List<String> administrators() {
    return KnownAccounts.thoseWhoCanLogIn(Groups.ADMINISTRATORS);
  }

  private static void groupStays(String group) {
    if (group != null && Groups.exists(group)) {
      throw refusal(
          Refusal.conflict(
              "identity.group-needed",
              "The rights in config/access.yaml and the processes rest on this group: it stays. Who"
                  + " is in it can be changed."));
    }
  }

  private static void newAccount(String name) {
    if (name == null) {
      return;
    }
    if (ReservedNames.isReserved(name)) {
      throw refusal(
          Refusal.invalid(
              "identity.reserved-name",
              "id",
              "No account can have this name: it would pass for the suite itself. Choose another."));
    }
    oneAfterTheOther();
    if (isTaken(name)) {
      throw refusal(
          Refusal.conflict(
              "identity.name-taken",
              "There is an account of this name already. Capital and small letters make no"
                  + " difference."));
    }
  }

  private static void oneAfterTheOther() {
    Context.getCommandContext().getPropertyManager().acquireExclusiveLock();
  }

  /** The engine's own queries know names to the letter only. */
  private static boolean isTaken(String name) {
    var connection = Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
    try (var query =
        connection.prepareStatement("select 1 from ACT_ID_USER where lower(ID_) = ?")) {
      query.setString(1, name.toLowerCase(Locale.ROOT));
      try (var found = query.executeQuery()) {
        return found.next();
      }
    } catch (SQLException failed) {
      throw new ProcessEngineException("The names of the accounts cannot be read.", failed);
    }
  }

  private static BadUserRequestException refusal(Refusal refused) {
    return new BadUserRequestException(refused.key() + ": " + refused.getMessage(), refused);
  }
}
