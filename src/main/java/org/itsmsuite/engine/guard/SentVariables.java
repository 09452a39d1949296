package org.itsmsuite.engine.guard;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The variables a command would write, read from its fields: the engine's commands have no common
 * way to tell.
 */
final class SentVariables {

  private static final Set<String> NAMES = Set.of("variableNames", "deletions");
  private static final Set<String> PARTS =
      Set.of(
          "builder",
          "modificationBuilder",
          "instantiationBuilder",
          "executionBuilder",
          "migrationPlan",
          "operations",
          "instructions");
  private static final String ENGINE = "org.camunda.bpm.engine.impl.";
  private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

  private final Map<String, Object> found = new LinkedHashMap<>();

  private SentVariables() {}

  /** Name to value; a variable to be removed has the value null. Never null. */
  static Map<String, Object> of(Object command) {
    var sent = new SentVariables();
    sent.read(command);
    return sent.found;
  }

  private void read(Object holder) {
    for (Field field : FIELDS.computeIfAbsent(holder.getClass(), SentVariables::relevant)) {
      Object value = valueOf(field, holder);
      if (value instanceof Map<?, ?> variables) {
        variables.keySet().forEach(name -> found.put((String) name, plain(variables, name)));
      } else if (value instanceof Collection<?> several) {
        several.forEach(one -> readOne(field, one));
      } else if (value != null) {
        read(value);
      }
    }
  }

  private void readOne(Field field, Object one) {
    if (NAMES.contains(field.getName())) {
      found.put((String) one, null);
    } else if (one.getClass().getName().startsWith(ENGINE)) {
      read(one);
    }
  }

  /** As something the ledger can hold; an object is never read from its bytes for that. */
  private static Object plain(Map<?, ?> variables, Object name) {
    Object value =
        variables instanceof VariableMap typed
            ? typed.getValueTyped((String) name)
            : variables.get(name);
    return plain(value);
  }

  static Object plain(Object value) {
    if (value instanceof TypedValue typed) {
      if (typed.getType() == ValueType.NULL) {
        return null;
      }
      boolean simple = typed instanceof PrimitiveValue || typed.getType() == null;
      return simple ? plain(typed.getValue()) : typed.getType().getName();
    }
    boolean json =
        value == null
            || value instanceof String
            || value instanceof Boolean
            || value instanceof Number;
    return json ? value : value.toString();
  }

  private static List<Field> relevant(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != null && c.getName().startsWith(ENGINE); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && isRelevant(field)) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static boolean isRelevant(Field field) {
    String name = field.getName();
    boolean variables =
        Map.class.isAssignableFrom(field.getType())
            && name.toLowerCase().contains("variables")
            && !name.startsWith("correlation");
    return variables || NAMES.contains(name) || PARTS.contains(name);
  }

  private static Object valueOf(Field field, Object holder) {
    try {
      return field.get(holder);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
