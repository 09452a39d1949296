package org.itsmsuite.engine.el;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmsuite.engine.PublishedToModels;

/** Reads {@link PublishedToModels}, also through proxies, and remembers what it read. */
final class PublishedMethods {

  private record Call(Class<?> type, String name, int arguments) {}

  private static final Map<Class<?>, Boolean> PUBLISHED = new ConcurrentHashMap<>();
  private static final Map<Call, Optional<Method>> METHODS = new ConcurrentHashMap<>();

  private PublishedMethods() {}

  static boolean isPublished(Class<?> type) {
    return PUBLISHED.computeIfAbsent(
        type, t -> lineage(t).stream().anyMatch(PublishedMethods::isMarked));
  }

  static Optional<Method> find(Class<?> type, String name, int arguments) {
    return METHODS.computeIfAbsent(new Call(type, name, arguments), PublishedMethods::search);
  }

  private static Optional<Method> search(Call call) {
    List<Method> found = new ArrayList<>();
    for (Class<?> type : lineage(call.type())) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(call.name())
            && method.getParameterCount() == call.arguments()
            && method.isAnnotationPresent(PublishedToModels.class)
            && !method.isBridge()) {
          found.add(method);
        }
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    if (found.size() > 1) {
      throw new IllegalStateException(
          call.type().getName() + " publishes several methods '" + call.name() + "' of one length");
    }
    found.forEach(method -> method.setAccessible(true));
    return found.stream().findFirst();
  }

  private static boolean isMarked(Class<?> type) {
    return type.isAnnotationPresent(PublishedToModels.class);
  }

  /** The class, what it extends and what it implements; a proxy shows the mark only there. */
  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      all.add(c);
    }
    for (Class<?> c : List.copyOf(all)) {
      addInterfaces(c, all);
    }
    return all;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> parent : type.getInterfaces()) {
      if (all.add(parent)) {
        addInterfaces(parent, all);
      }
    }
  }
}
