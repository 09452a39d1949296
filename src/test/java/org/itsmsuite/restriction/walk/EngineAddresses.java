package org.itsmsuite.restriction.walk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every address of the engine's REST API that can be read, as its resources declare them. */
final class EngineAddresses {

  private EngineAddresses() {}

  /** Such as {@code /task/{id}/form-variables}, without what stands before them. */
  static Collection<String> all() {
    var found = new TreeSet<String>();
    collect("", DefaultProcessEngineRestServiceImpl.class, found, 0);
    return found;
  }

  /** The same under {@code /engine/{name}}. */
  static Collection<String> named() {
    var found = new TreeSet<String>();
    collect("/engine", NamedProcessEngineRestServiceImpl.class, found, 0);
    return found;
  }

  private static void collect(
      String prefix, Class<?> resource, Collection<String> found, int depth) {
    if (depth > 6) {
      throw new IllegalStateException("Resources without end at " + prefix);
    }
    for (Method method : resource.getMethods()) {
      String address = prefix + path(resource, method);
      if (isAnnotated(resource, method, GET.class)) {
        found.add(address.isEmpty() ? "/" : address);
      } else if (!path(resource, method).isEmpty()
          && method.getReturnType().getName().startsWith("org.camunda.")
          && !hasVerb(resource, method)) {
        collect(address, method.getReturnType(), found, depth + 1);
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
      Class<?> resource, Method method, Class<? extends java.lang.annotation.Annotation> type) {
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

  public static void main(String[] args) {
    List.copyOf(all()).forEach(System.out::println);
  }
}
