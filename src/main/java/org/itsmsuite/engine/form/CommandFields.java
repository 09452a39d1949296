package org.itsmsuite.engine.form;

import java.lang.reflect.Field;

/** Reads and replaces the fields of the engine's commands, which have no accessors. */
public final class CommandFields {

  private CommandFields() {}

  @SuppressWarnings("unchecked")
  public static <T> T get(Object command, String name) {
    try {
      return (T) field(command, name).get(command);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void set(Object command, String name, Object value) {
    try {
      field(command, name).set(command, value);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Field field(Object command, String name) {
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException inherited) {
        // looked for in the class above
      }
    }
    throw new IllegalStateException(
        "This version of the engine has no " + command.getClass().getName() + "." + name);
  }
}
