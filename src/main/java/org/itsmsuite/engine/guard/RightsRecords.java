package org.itsmsuite.engine.guard;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.itsmsuite.engine.form.CommandFields;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/**
 * Keeps the history of who was in which group, and which group or person was given which right in
 * the engine (clause 5.3), whoever changes it and by whichever way: start-up, Camunda Admin or the
 * engine's REST API. Rights that come and go with a task are the task's story, not told here.
 */
public class RightsRecords extends CommandInterceptor {

  /** Name of the chain these facts stand in: accounts are personal data, a chain's name stays. */
  public static final String CHAIN = "identity";

  private final Supplier<Ledger> ledger;

  public RightsRecords(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof CreateMembershipCmd) {
      return membership("identity.memberAdded", command, true);
    }
    if (command instanceof DeleteMembershipCmd) {
      return membership("identity.memberRemoved", command, false);
    }
    if (command instanceof DeleteUserCmd) {
      return accountRemoved(command);
    }
    if (command instanceof DeleteAuthorizationCmd) {
      return rightTaken(command);
    }
    if (command instanceof SaveAuthorizationCmd) {
      return rightGiven(command);
    }
    return command instanceof DeleteGroupCmd ? groupRemoved(command) : next.execute(command);
  }

  /** Whoever was in it is told of one by one: that is where their history is looked for. */
  private <T> T groupRemoved(Command<T> command) {
    String group = CommandFields.get(command, "groupId");
    var members = KnownAccounts.membersOf(group);
    var before =
        members.stream().collect(Collectors.toMap(member -> member, KnownAccounts::groupsOf));
    T result = next.execute(command);
    members.forEach(
        member -> write("identity.memberRemoved", member, group, before.get(member), false));
    ledger.get().write(Fact.of(CHAIN, "identity.groupRemoved").with("group", group));
    return result;
  }

  private <T> T membership(String what, Command<T> command, boolean member) {
    String account = CommandFields.get(command, "userId");
    String group = CommandFields.get(command, "groupId");
    var before = KnownAccounts.groupsOf(account);
    T result = next.execute(command);
    write(what, account, group, before, member);
    return result;
  }

  private void write(
      String what, String account, String group, List<String> before, boolean member) {
    // The engine writes at the end of the command; asked now, it would answer as before.
    var after = new TreeSet<>(before);
    if (member) {
      after.add(group);
    } else {
      after.remove(group);
    }
    ledger
        .get()
        .write(
            Fact.of(CHAIN, what)
                .with("account", Personal.of(account))
                .with("group", group)
                .changed("groups", before, List.copyOf(after)));
  }

  private <T> T accountRemoved(Command<T> command) {
    String account = CommandFields.get(command, "userId");
    var before = KnownAccounts.groupsOf(account);
    T result = next.execute(command);
    ledger
        .get()
        .write(
            Fact.of(CHAIN, "identity.accountRemoved")
                .with("account", Personal.of(account))
                .changed("groups", before, List.of()));
    return result;
  }

  private <T> T rightGiven(Command<T> command) {
    var right = (AuthorizationEntity) CommandFields.<Object>get(command, "authorization");
    var before = right.getId() == null ? null : kept(right.getId());
    var was = before == null ? List.<String>of() : rights(before);
    boolean isNews = before == null || before == right || !isSame(before, right);
    T result = next.execute(command);
    if (isNews) {
      ledger.get().write(right("identity.rightGiven", right).changed("rights", was, rights(right)));
    }
    return result;
  }

  /** Who has which right on what; saved again, it is no change. */
  private static boolean isSame(AuthorizationEntity one, AuthorizationEntity other) {
    return one.getPersistentState().equals(other.getPersistentState());
  }

  private static AuthorizationEntity kept(String id) {
    var command = Context.getCommandContext();
    return command.runWithoutAuthorization(
        () -> command.getDbEntityManager().selectById(AuthorizationEntity.class, id));
  }

  private <T> T rightTaken(Command<T> command) {
    String id = CommandFields.get(command, "authorizationId");
    var right = kept(id);
    var fact =
        right == null
            ? null
            : right("identity.rightTaken", right).changed("rights", rights(right), null);
    T result = next.execute(command);
    if (fact != null) {
      ledger.get().write(fact);
    }
    return result;
  }

  private static Fact right(String what, AuthorizationEntity right) {
    var fact =
        Fact.of(CHAIN, what)
            .with("kind", kind(right.getAuthorizationType()))
            .with("resource", resource(right))
            .with("id", right.getResourceId());
    return right.getUserId() == null
        ? fact.with("group", right.getGroupId())
        : fact.with("account", Personal.of(right.getUserId()));
  }

  private static String kind(int type) {
    return switch (type) {
      case Authorization.AUTH_TYPE_GLOBAL -> "GLOBAL";
      case Authorization.AUTH_TYPE_REVOKE -> "REVOKE";
      default -> "GRANT";
    };
  }

  private static String resource(AuthorizationEntity right) {
    return Arrays.stream(Resources.values())
        .filter(one -> one.resourceType() == right.getResourceType())
        .findFirst()
        .map(Enum::name)
        .orElse(String.valueOf(right.getResourceType()));
  }

  private static List<String> rights(AuthorizationEntity right) {
    return Arrays.stream(
            right.getPermissions(
                ResourceTypeUtil.getPermissionsByResourceType(right.getResourceType())))
        .map(Permission::getName)
        .filter(name -> !name.equals("NONE"))
        .sorted()
        .toList();
  }
}
