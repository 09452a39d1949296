package org.itsmsuite.restriction.walk;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmsuite.web.Program;

/**
 * What can be sent to the engine's REST API so that it names a process instance, task, job ... or a
 * business key: found in the types its resources take, one field at a time.
 */
final class EngineBodies {

  private static final int DEEP = 1;

  private final Map<String, Object> always;

  private EngineBodies(Map<String, Object> always) {
    this.always = always;
  }

  /**
   * Bodies of a type as JSON, with {@code {number}} where business keys stand and {@code {task}},
   * {@code {job}} ... or {@code {id}} where ids stand, beside what such calls usually need.
   */
  static Collection<String> of(Class<?> type, String definition) {
    var usual = new LinkedHashMap<String, Object>();
    setters(type)
        .forEach(
            (field, setter) -> {
              Object value = usual(field, setter.getParameterTypes()[0], definition);
              if (value != null) {
                usual.put(field, value);
              }
            });
    return new EngineBodies(usual).bodies(type, 0).stream().map(Program::json).distinct().toList();
  }

  private static Object usual(String field, Class<?> type, String definition) {
    if (field.equals("processDefinitionId")
        || field.equals("sourceProcessDefinitionId")
        || field.equals("targetProcessDefinitionId")) {
      return definition;
    }
    return switch (field) {
      case "messageName" -> "incident.cancelled";
      case "suspended", "retries", "priority" -> type == String.class ? null : usual(type);
      case "deleteReason", "reason", "message" -> "Because";
      case "workerId" -> "walker";
      case "absoluteRemovalTime" -> "2030-01-01T00:00:00.000+0000";
      case "instructions" -> List.of(Map.of("type", "cancel", "activityId", "userTask_restore"));
      default -> null;
    };
  }

  private static Object usual(Class<?> type) {
    return type == boolean.class || type == Boolean.class ? (Object) true : (Object) 1;
  }

  private List<Map<String, Object>> bodies(Class<?> type, int depth) {
    var bodies = new ArrayList<Map<String, Object>>();
    setters(type)
        .forEach(
            (field, setter) -> {
              Type parameter = setter.getGenericParameterTypes()[0];
              Class<?> kind = setter.getParameterTypes()[0];
              String name = named(field);
              if (name != null && kind == String.class) {
                bodies.add(with(field, name));
              } else if (name != null && isMany(kind, parameter)) {
                bodies.add(with(field, List.of(name)));
              } else if (depth < DEEP && isPart(kind)) {
                bodies(kind, depth + 1).forEach(part -> bodies.add(with(field, part)));
              } else if (depth < DEEP && isPart(element(kind, parameter))) {
                bodies(element(kind, parameter), depth + 1)
                    .forEach(part -> bodies.add(with(field, List.of(part))));
              }
            });
    return bodies;
  }

  private Map<String, Object> with(String field, Object value) {
    var body = new LinkedHashMap<>(always);
    body.put(field, value);
    return body;
  }

  /** What stands for a record in a field of this name; null if nothing does. */
  private static String named(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    if (lower.contains("businesskey")) {
      return "{number}";
    }
    boolean id =
        lower.matches("ids?|.*(id|ids|idin|idnotin)")
            && !lower.matches(".*(userid|groupid|tenant.*)");
    return id ? "{" + resource(lower) + "}" : null;
  }

  /** What kind of thing the id is of, as addresses call it; {@code id} where that is not said. */
  private static String resource(String field) {
    return Stream.of("task", "job", "execution", "activityinstance", "decisioninstance")
        .filter(field::contains)
        .findFirst()
        .orElse(field.contains("processinstance") ? "instance" : "id");
  }

  private static boolean isMany(Class<?> kind, Type parameter) {
    return element(kind, parameter) == String.class;
  }

  private static Class<?> element(Class<?> kind, Type parameter) {
    if (kind.isArray()) {
      return kind.getComponentType();
    }
    return Collection.class.isAssignableFrom(kind)
            && parameter instanceof ParameterizedType generic
            && generic.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : null;
  }

  private static boolean isPart(Class<?> kind) {
    return kind != null && kind.getName().startsWith("org.camunda.bpm.engine.rest.dto.");
  }

  private static Map<String, Method> setters(Class<?> type) {
    var setters = new TreeMap<String, Method>();
    Arrays.stream(type.getMethods())
        .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
        .filter(method -> !method.getName().equals("setObjectMapper"))
        .forEach(
            method -> {
              String name = method.getName().substring(3);
              setters.put(
                  name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), method);
            });
    return setters;
  }
}
