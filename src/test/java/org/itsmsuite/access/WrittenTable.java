package org.itsmsuite.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code config/access.yaml} and {@code config/addresses.yaml} as they are written. Reads them by
 * itself: what the suite makes of them is what is tested.
 */
final class WrittenTable {

  private static final Set<String> NO_METHODS = Set.of("records", "when");

  /**
   * One method of one address.
   *
   * @param need as written
   * @param rule for records, or null
   */
  record Line(String address, String method, String need, String rule) {

    /** An address it stands for. */
    String example() {
      return address.replaceAll("\\{\\w+}", "x").replace("/**", "/x/x");
    }

    boolean isFor(String name) {
      return name.equals(rule);
    }

    @Override
    public String toString() {
      return method + " " + address + ": " + need;
    }
  }

  private final JsonNode access;
  private final Map<String, Map<String, Set<String>>> granted = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  WrittenTable() {
    access = read("config/access.yaml");
    access.path("groups").fields().forEachRemaining(one -> grant(one.getKey(), one.getValue()));
    var addresses = read("config/addresses.yaml");
    add("", addresses.path("addresses"));
    addresses
        .path("engine")
        .path("under")
        .forEach(under -> add(under.asText(), addresses.path("engine").path("addresses")));
  }

  private static JsonNode read(String file) {
    try {
      return new YAMLMapper().readTree(Path.of(file).toFile());
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  private void add(String under, JsonNode addresses) {
    addresses
        .fields()
        .forEachRemaining(
            entry -> {
              var when = entry.getValue().path("when").asText("!keycloak");
              if (when.startsWith("!")) {
                add(under + entry.getKey(), entry.getValue().path("records"), entry.getValue());
              }
            });
  }

  private void add(String address, JsonNode rule, JsonNode needs) {
    needs
        .fields()
        .forEachRemaining(
            need -> {
              if (!NO_METHODS.contains(need.getKey())) {
                Arrays.stream(need.getKey().split(" "))
                    .map(
                        method ->
                            new Line(
                                address,
                                method,
                                need.getValue().asText(),
                                rule.isMissingNode() ? null : rule.asText()))
                    .forEach(lines::add);
              }
            });
  }

  private void grant(String group, JsonNode entry) {
    var permissions = granted.computeIfAbsent(group, any -> new HashMap<>());
    entry
        .path("sets")
        .forEach(set -> grant(permissions, access.path("sets").path(set.asText()).path("may")));
    grant(permissions, entry.path("may"));
  }

  /** Values are {@code true}, {@code own}, or {@code own:cancel}; {@code all:} in a plain list. */
  private void grant(Map<String, Set<String>> permissions, JsonNode may) {
    may.fields()
        .forEachRemaining(
            one -> {
              var values = permissions.computeIfAbsent(one.getKey(), any -> new HashSet<>());
              var names = access.path("permissions").path(one.getKey()).has("names");
              if (one.getValue().isObject()) {
                one.getValue()
                    .fields()
                    .forEachRemaining(
                        scope ->
                            scope
                                .getValue()
                                .forEach(name -> values.add(scope.getKey() + ":" + name.asText())));
              } else if (one.getValue().isArray()) {
                one.getValue().forEach(name -> values.add((names ? "all:" : "") + name.asText()));
              } else {
                values.add("true");
              }
            });
  }

  List<Line> lines() {
    return lines;
  }

  /** The names of a permission, such as all actions there are. */
  List<String> names(String permission) {
    var names = new ArrayList<String>();
    access
        .path("permissions")
        .path(permission)
        .path("names")
        .forEach(one -> names.add(one.asText()));
    return names;
  }

  Set<String> groups() {
    return granted.keySet();
  }

  /** What the groups are given together. */
  Set<String> values(Collection<String> groups, String permission) {
    return groups.stream()
        .flatMap(
            group ->
                granted.getOrDefault(group, Map.of()).getOrDefault(permission, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** The scopes in which a name of a permission is given. */
  Set<String> scopes(Collection<String> groups, String permission, String name) {
    return values(groups, permission).stream()
        .filter(value -> value.endsWith(":" + name))
        .map(value -> value.split(":")[0])
        .collect(Collectors.toSet());
  }

  /** Whether somebody who logged in, with these groups, gets in. */
  boolean letsIn(Line line, Collection<String> groups) {
    return switch (line.need()) {
      case "open", "login" -> true;
      case "closed" -> false;
      default -> {
        var parts = line.need().split("/");
        yield parts.length == 1
            ? !values(groups, parts[0]).isEmpty()
            : !scopes(groups, parts[0], parts[1]).isEmpty();
      }
    };
  }

  /** The line that a call is about: the most particular one for the address. */
  Optional<Line> find(String method, String address) {
    var path = address.split("/", -1);
    return lines.stream()
        .map(Line::address)
        .distinct()
        .filter(one -> particulars(one.split("/", -1), path) != null)
        .min(Comparator.comparing(one -> particulars(one.split("/", -1), path)))
        .flatMap(
            found ->
                lines.stream()
                    .filter(one -> one.address().equals(found) && one.method().equals(method))
                    .findFirst());
  }

  /** What of the path the line spells out, the best in alphabetical order; null without a match. */
  private static String particulars(String[] line, String[] path) {
    var found = new StringBuilder();
    for (int i = 0; i < line.length; i++) {
      if (line[i].equals("**")) {
        return found.append('c').toString();
      }
      if (i >= path.length || !(line[i].startsWith("{") || line[i].equals(path[i]))) {
        return null;
      }
      found.append(line[i].startsWith("{") ? 'b' : 'a');
    }
    return line.length == path.length ? found.toString() : null;
  }
}
