package org.itsmsuite.engine.guard;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Accounts and groups as the engine knows them, whoever asks. Inside of an engine command only:
 * what that command changes is not seen yet.
 */
final class KnownAccounts {

  private KnownAccounts() {}

  /** In the order of their names; none for an unknown account, or one that is switched off. */
  static List<String> groupsOf(String account) {
    return ask(
        accounts ->
            accounts
                .createGroupQuery(Context.getCommandContext())
                .groupMember(account)
                .list()
                .stream()
                .map(group -> group.getId())
                .sorted()
                .toList());
  }

  /** In the order of their names. */
  static List<String> membersOf(String group) {
    return members(group).map(User::getId).sorted().toList();
  }

  /** Those members of a group who have a password, and so can log in. */
  static List<String> thoseWhoCanLogIn(String group) {
    return members(group)
        .filter(member -> ((UserEntity) member).getPassword() != null)
        .map(User::getId)
        .toList();
  }

  private static Stream<User> members(String group) {
    return ask(
        accounts ->
            accounts
                .createUserQuery(Context.getCommandContext())
                .memberOfGroup(group)
                .unlimitedList()
                .stream());
  }

  static boolean isAccount(String account) {
    return ask(accounts -> accounts.findUserById(account)) != null;
  }

  static boolean isGroup(String group) {
    return ask(accounts -> accounts.findGroupById(group)) != null;
  }

  private static <T> T ask(Function<ReadOnlyIdentityProvider, T> question) {
    var command = Context.getCommandContext();
    return command.runWithoutAuthorization(
        () -> question.apply(command.getReadOnlyIdentityProvider()));
  }
}
