package org.itsmsuite.change.schedule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.ItemFacts;

/** Items whose ways and services a story tells. */
public final class KnownItems implements ItemFacts {

  private final Map<String, Map<String, List<String>>> ways = new HashMap<>();
  private final Map<String, List<String>> services = new HashMap<>();
  private boolean truncated;

  /** The last of them depends on the first, over those between. */
  public void way(String... path) {
    ways.computeIfAbsent(path[0], id -> new HashMap<>()).put(path[path.length - 1], List.of(path));
  }

  public void belongs(String item, String... to) {
    services.put(item, List.of(to));
  }

  /** More depends on whatever is asked about than is looked at. */
  public void knowsNotAll() {
    truncated = true;
  }

  @Override
  public List<Touched> of(Collection<String> ids) {
    return ids.stream()
        .map(id -> new Touched(id, id, id.startsWith("db") ? "database" : "server", "LOW"))
        .toList();
  }

  @Override
  public List<String> services(Collection<String> ids) {
    return ids.stream()
        .flatMap(id -> services.getOrDefault(id, List.of()).stream())
        .distinct()
        .toList();
  }

  @Override
  public Ways ways(Collection<String> ids) {
    Map<String, List<String>> all = new HashMap<>();
    ids.forEach(id -> all.putAll(ways.getOrDefault(id, Map.of())));
    return new Ways(all, truncated);
  }

  @Override
  public List<String> dependants(Collection<String> ids) {
    return List.of();
  }
}
