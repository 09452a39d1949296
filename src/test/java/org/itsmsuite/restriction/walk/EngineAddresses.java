package org.itsmsuite.restriction.walk;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every address of the engine's REST API that can be read, as its resources declare them. */
final class EngineAddresses {

  private EngineAddresses() {}

  /** Such as {@code /task/{id}/form-variables}, without what stands before them. */
  static Collection<String> all() {
    var found = new TreeSet<String>();
    collect("", DefaultProcessEngineRestServiceImpl.class, GET.class, taken(found), 0);
    return found;
  }

  /** What takes something: method and address, with the type of what is sent. */
  static Map<String, Class<?>> taking() {
    var found = new TreeMap<String, Class<?>>();
    for (var verb : List.of(POST.class, PUT.class, DELETE.class)) {
      collect(
          "",
          DefaultProcessEngineRestServiceImpl.class,
          verb,
          (address, method) ->
              sent(method).ifPresent(type -> found.put(verb.getSimpleName() + " " + address, type)),
          0);
    }
    return found;
  }

  private static Optional<Class<?>> sent(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .filter(type -> type.getName().startsWith("org.camunda.bpm.engine.rest.dto."))
        .findFirst()
        .map(type -> (Class<?>) type);
  }

  private static BiConsumer<String, Method> taken(Collection<String> found) {
    return (address, method) -> found.add(address);
  }

  /** The same under {@code /engine/{name}}. */
  static Collection<String> named() {
    var found = new TreeSet<String>();
    collect("/engine", NamedProcessEngineRestServiceImpl.class, GET.class, taken(found), 0);
    return found;
  }

  private static void collect(
      String prefix,
      Class<?> resource,
      Class<? extends Annotation> verb,
      BiConsumer<String, Method> found,
      int depth) {
    if (depth > 6) {
      throw new IllegalStateException("Resources without end at " + prefix);
    }
    for (Method method : resource.getMethods()) {
      String address = prefix + path(resource, method);
      if (isAnnotated(resource, method, verb)) {
        found.accept(address.isEmpty() ? "/" : address, method);
      } else if (!path(resource, method).isEmpty()
          && method.getReturnType().getName().startsWith("org.camunda.")
          && !hasVerb(resource, method)) {
        collect(address, method.getReturnType(), verb, found, depth + 1);
      }
    }
  }

  private static String path(Class<?> resource, Method method) {
    return declarations(resource, method)
        .map(one -> one.getAnnotation(Path.class))
        .filter(java.util.Objects::nonNull)
        .map(one -> one.value().startsWith("/") ? one.value() : "/" + one.value())
        .map(one -> one.length() > 1 ? one.replaceAll("/$", "") : "")
        .findFirst()
        .orElse("");
  }

  private static boolean hasVerb(Class<?> resource, Method method) {
    return declarations(resource, method)
        .flatMap(one -> Arrays.stream(one.getAnnotations()))
        .anyMatch(one -> one.annotationType().isAnnotationPresent(jakarta.ws.rs.HttpMethod.class));
  }

  private static boolean isAnnotated(
      Class<?> resource, Method method, Class<? extends Annotation> type) {
    return declarations(resource, method).anyMatch(one -> one.isAnnotationPresent(type));
  }

  /** The method itself and what it implements: the annotations stand on interfaces. */
  private static Stream<Method> declarations(Class<?> resource, Method method) {
    return Stream.concat(Stream.of(resource), Arrays.stream(resource.getInterfaces()))
        .flatMap(
            type -> {
              try {
                return Stream.of(type.getMethod(method.getName(), method.getParameterTypes()));
              } catch (NoSuchMethodException notThere) {
                return Stream.of();
              }
            });
  }
}
