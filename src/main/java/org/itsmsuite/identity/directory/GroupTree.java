package org.itsmsuite.identity.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which groups of the realm count, and by which id.
 *
 * <p>A group's id is its own name, however deep it stands. Of two with the same name the one
 * nearest the root has the id, so that nobody becomes a member of a group by making another of that
 * name further down. Of several equally near none has it.
 */
public final class GroupTree {

  /**
   * A group as Keycloak has it.
   *
   * @param depth 1 for one directly below the root
   */
  record Node(String key, String name, String path, int depth) {}

  private final Map<String, DirectoryGroup> byId = new LinkedHashMap<>();
  private final Map<String, DirectoryGroup> byKey = new HashMap<>();
  private final Map<String, DirectoryGroup> byPath = new HashMap<>();
  private final List<String> passedOver = new ArrayList<>();

  GroupTree(Collection<Node> nodes) {
    var byName =
        nodes.stream()
            .collect(Collectors.groupingBy(Node::name, LinkedHashMap::new, Collectors.toList()));
    byName.forEach(this::choose);
    dropSharedPaths(nodes);
  }

  private void choose(String name, List<Node> candidates) {
    if (!Names.isGroup(name)) {
      candidates.forEach(node -> passedOver.add(node.path() + " has a name no group can have"));
      return;
    }
    int nearest = candidates.stream().mapToInt(Node::depth).min().orElseThrow();
    var nearestOnes = candidates.stream().filter(node -> node.depth() == nearest).toList();
    if (nearestOnes.size() > 1) {
      passedOver.add(
          paths(candidates)
              + " have one name and stand equally near the root: nobody is in "
              + name);
      return;
    }
    var node = nearestOnes.get(0);
    var group = new DirectoryGroup(node.key(), name, node.path());
    byId.put(name, group);
    byKey.put(node.key(), group);
    byPath.put(node.path(), group);
    if (candidates.size() > 1) {
      passedOver.add(paths(candidates) + " have one name: " + name + " is " + node.path());
    }
  }

  /** A slash in a group's name can make its path look like another's. */
  private void dropSharedPaths(Collection<Node> nodes) {
    var seen = new HashSet<String>();
    nodes.stream().map(Node::path).filter(path -> !seen.add(path)).forEach(byPath::remove);
  }

  private static String paths(List<Node> nodes) {
    return nodes.stream().map(Node::path).sorted().collect(Collectors.joining(", "));
  }

  public Collection<DirectoryGroup> all() {
    return byId.values();
  }

  public Optional<DirectoryGroup> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<DirectoryGroup> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<DirectoryGroup> byPath(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** Sentences on the groups that do not count, and why. */
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  /** Which of these ids no group has. */
  Set<String> missing(Collection<String> ids) {
    return ids.stream()
        .filter(id -> !byId.containsKey(id))
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
