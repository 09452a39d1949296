package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The questions put to Keycloak's administration, each answered anew and in full. */
final class Realm {

  private final AdminApi api;
  private final String groupRoot;
  private final int page;
  private final int mostGroups;

  Realm(AdminApi api, DirectorySettings settings) {
    this.api = api;
    this.groupRoot = settings.groupRoot();
    this.page = settings.page();
    this.mostGroups = settings.mostGroups();
  }

  /** Keycloak finds names whatever their case; only the very name is it. */
  Optional<Person> person(String name) {
    var parameters = new LinkedHashMap<>(Map.of("username", name));
    parameters.put("exact", "true");
    return people(List.of("users"), parameters, 0, 2).stream()
        .filter(person -> person.name().equals(name))
        .findFirst();
  }

  /** At most one page of people, ordered by name. */
  List<Person> people(PeopleFilter filter, long first, int max) {
    return people(List.of("users"), filter.parameters(), first, max);
  }

  long count(PeopleFilter filter) {
    return api.get(List.of("users", "count"), filter.parameters())
        .orElseThrow(Realm::notARealm)
        .asLong();
  }

  /** At most one page of a group's own members, ordered by name. */
  List<Person> members(String group, long first, int max) {
    return people(List.of("groups", group, "members"), Map.of(), first, max);
  }

  /**
   * Keys of the groups somebody stands in directly.
   *
   * @return empty if Keycloak knows no such account key
   */
  Optional<List<String>> groupsOf(String key) {
    var keys = new ArrayList<String>();
    var known = eachPage(List.of("users", key, "groups"), group -> keys.add(text(group, "id")));
    return known ? Optional.of(keys) : Optional.empty();
  }

  /** Every group below the root, level by level. */
  GroupTree groups() {
    var nodes = new ArrayList<GroupTree.Node>();
    var open = new ArrayDeque<Level>();
    root().ifPresent(open::add);
    while (!open.isEmpty()) {
      var level = open.poll();
      eachPage(level.children(), group -> add(group, level.depth(), nodes, open));
    }
    return new GroupTree(nodes);
  }

  /** Where the groups of one level are read. */
  private record Level(List<String> children, int depth) {}

  private Optional<Level> root() {
    if (groupRoot.isEmpty()) {
      return Optional.of(new Level(List.of("groups"), 1));
    }
    var path = new ArrayList<>(List.of("group-by-path"));
    path.addAll(Arrays.asList(groupRoot.substring(1).split("/")));
    return api.get(path, Map.of())
        .map(root -> new Level(List.of("groups", text(root, "id"), "children"), 1));
  }

  private void add(JsonNode group, int depth, List<GroupTree.Node> nodes, ArrayDeque<Level> open) {
    if (nodes.size() >= mostGroups) {
      throw new OutOfReach(
          new CallFailed("there are more than " + mostGroups + " groups: narrow group-root"));
    }
    nodes.add(
        new GroupTree.Node(text(group, "id"), text(group, "name"), text(group, "path"), depth));
    if (group.path("subGroupCount").asLong() > 0) {
      open.add(new Level(List.of("groups", text(group, "id"), "children"), depth + 1));
    }
  }

  private List<Person> people(
      List<String> path, Map<String, String> parameters, long first, int max) {
    var found = new ArrayList<Person>();
    api.get(path, paged(parameters, first, max))
        .ifPresent(users -> users.forEach(user -> found.add(Person.of(user))));
    return List.copyOf(found);
  }

  /**
   * @return false if there is nothing at the path
   */
  private boolean eachPage(List<String> path, Consumer<JsonNode> each) {
    for (long first = 0; ; first += page) {
      var answer = api.get(path, paged(Map.of(), first, page));
      answer.ifPresent(items -> items.forEach(each));
      if (answer.isEmpty() || answer.get().size() < page) {
        return answer.isPresent() || first > 0;
      }
    }
  }

  private static Map<String, String> paged(Map<String, String> parameters, long first, int max) {
    var all = new LinkedHashMap<>(parameters);
    all.put("briefRepresentation", "true");
    all.put("first", Long.toString(first));
    all.put("max", Integer.toString(max));
    return all;
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asText();
  }

  private static OutOfReach notARealm() {
    return new OutOfReach(new CallFailed("there is no such realm"));
  }
}
