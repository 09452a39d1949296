package org.itsmsuite.engine.guard;

import java.lang.reflect.Field;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/**
 * Keeps the history of who was in which group from when to when (clause 5.3), whoever changes it
 * and by whichever way: start-up, Camunda Admin or the engine's REST API.
 */
public class RightsRecords extends CommandInterceptor {

  /** Name of the chain these facts stand in. */
  public static final String CHAIN = "identity";

  private final Supplier<Ledger> ledger;

  public RightsRecords(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (command instanceof CreateMembershipCmd) {
      ledger.get().write(membership("identity.memberAdded", command));
    } else if (command instanceof DeleteMembershipCmd) {
      ledger.get().write(membership("identity.memberRemoved", command));
    } else if (command instanceof DeleteUserCmd) {
      ledger
          .get()
          .write(Fact.of(CHAIN, "identity.accountRemoved").with("account", account(command)));
    }
    return result;
  }

  private static Fact membership(String what, Command<?> command) {
    return Fact.of(CHAIN, what)
        .with("account", account(command))
        .with("group", text(command, "groupId"));
  }

  private static Personal account(Command<?> command) {
    return Personal.of(text(command, "userId"));
  }

  private static String text(Command<?> command, String name) {
    try {
      Field field = command.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return (String) field.get(command);
    } catch (ReflectiveOperationException otherEngine) {
      throw new IllegalStateException(
          "This version of the engine has no " + command.getClass().getName() + "." + name,
          otherEngine);
    }
  }
}
