package org.itsmsuite.engine.guard;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Reads what a command of the engine is about: its commands have no way to tell. */
public final class CommandFields {

  private CommandFields() {}

  /** A text that the command's class declares. */
  public static String text(Command<?> command, String name) {
    return (String) value(command, name);
  }

  static Object value(Command<?> command, String name) {
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
