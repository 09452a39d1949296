package org.itsmsuite.identity.process;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmsuite.identity.ServedAddress;

/** Every address that JAX-RS resources declare, with those of the resources they hand on to. */
final class ResourceWalk {

  /** The engine's resources nest four deep. */
  private static final int DEEPEST = 8;

  private final Set<ServedAddress> found = new LinkedHashSet<>();

  private ResourceWalk() {}

  /**
   * @param servlet where the servlet stands, such as {@code /engine-rest}
   * @param resource a class with a path of its own
   */
  static Collection<ServedAddress> of(String servlet, Class<?> resource) {
    var walk = new ResourceWalk();
    walk.collect(servlet + path(types(resource).toList()), resource, 0);
    return walk.found;
  }

  private void collect(String prefix, Class<?> resource, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("Resources without end at " + prefix);
    }
    for (Method method : resource.getMethods()) {
      var declared = declarations(resource, method);
      var address = prefix + path(declared);
      var verb = verb(declared);
      if (verb.isPresent()) {
        found.add(new ServedAddress(verb.get(), address, resource.getName()));
      } else if (!address.equals(prefix)) {
        collect(address, method.getReturnType(), depth + 1);
      }
    }
  }

  private static String path(List<? extends java.lang.reflect.AnnotatedElement> declared) {
    return declared.stream()
        .map(one -> one.getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(path -> normal(path.value()))
        .orElse("");
  }

  /** A variable with an expression takes more than one segment if the expression does. */
  private static String normal(String path) {
    var open = path.replaceAll("\\{\\s*(\\w+)\\s*:\\s*\\.[*+]\\s*}", "**");
    var bare = open.replaceAll("\\{\\s*(\\w+)\\s*(:[^{}]*)?}", "{$1}").replaceAll("^/|/$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }

  private static Optional<String> verb(List<Method> declared) {
    return declared.stream()
        .flatMap(one -> Arrays.stream(one.getAnnotations()))
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst();
  }

  /** The method and what it implements: the annotations stand on interfaces. */
  private static List<Method> declarations(Class<?> resource, Method method) {
    var all = new ArrayList<Method>();
    types(resource)
        .forEach(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .filter(one -> one.getName().equals(method.getName()))
                    .filter(
                        one -> Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))
                    .forEach(all::add));
    return all;
  }

  private static Stream<Class<?>> types(Class<?> type) {
    var own =
        Stream.concat(
            Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(ResourceWalk::types));
    return type.getSuperclass() == null ? own : Stream.concat(own, types(type.getSuperclass()));
  }
}
