package org.itsmsuite.configuration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.itsmsuite.configuration.RelationKind.Suffers;

/**
 * Items and who suffers when one of them fails, at one moment. Immutable; the next moment is {@link
 * #next}, which copies what it changes.
 */
final class ItemGraph {

  static final ItemGraph EMPTY = new ItemGraph(new Layers<>(), new Layers<>());

  private final Layers<Item> items;

  /** By the item that others suffer with. */
  private final Layers<List<Edge>> edges;

  /**
   * @param relation that it comes from
   * @param sufferer id of the item that suffers
   */
  private record Edge(UUID relation, String sufferer) {}

  /** How an item was reached. */
  private record Step(String id, Step before, int depth) {}

  private ItemGraph(Layers<Item> items, Layers<List<Edge>> edges) {
    this.items = items;
    this.edges = edges;
  }

  Optional<Item> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  Next next(ItemTypes types) {
    return new Next(this, types);
  }

  /** What changes from one moment to the next. What is told twice counts once. */
  static final class Next {

    private final ItemGraph before;
    private final ItemTypes types;
    private final Map<String, Item> items;
    private final Map<String, List<Edge>> edges;
    private final Set<String> copied = new HashSet<>();

    private Next(ItemGraph before, ItemTypes types) {
      this.before = before;
      this.types = types;
      this.items = before.items.copyOfTop();
      this.edges = before.edges.copyOfTop();
    }

    void item(Item item) {
      items.put(item.id(), item);
    }

    void relation(ItemRelation relation) {
      Suffers suffers =
          types.kind(relation.kind()).map(RelationKind::suffers).orElse(Suffers.NOBODY);
      if (suffers == Suffers.NOBODY) {
        return;
      }
      boolean toSuffers = suffers == Suffers.TO;
      String source = toSuffers ? relation.fromItem() : relation.toItem();
      String sufferer = toSuffers ? relation.toItem() : relation.fromItem();
      if (copied.add(source)) {
        edges.put(source, new ArrayList<>(before.from(source)));
      }
      List<Edge> from = edges.get(source);
      if (!from.isEmpty()) {
        from.removeIf(edge -> edge.relation().equals(relation.id()));
      }
      if (relation.isInForce()) {
        from.add(new Edge(relation.id(), sufferer));
      }
    }

    ItemGraph done() {
      return new ItemGraph(before.items.with(items), before.edges.with(edges));
    }
  }

  private List<Edge> from(String id) {
    List<Edge> from = edges.get(id);
    return from == null ? List.of() : from;
  }

  /**
   * @param most how many items at most
   */
  ImpactTree impact(Collection<String> ids, int most) {
    Set<String> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>();
    for (String id : ids) {
      if (items.get(id) != null && seen.add(id)) {
        open.add(new Step(id, null, 0));
      }
    }
    List<Affected> affected = new ArrayList<>();
    while (!open.isEmpty()) {
      Step step = open.remove();
      for (Item item : suffering(step.id())) {
        if (!seen.add(item.id())) {
          continue;
        }
        if (affected.size() == most) {
          return new ImpactTree(affected, true);
        }
        Step next = new Step(item.id(), step, step.depth() + 1);
        affected.add(new Affected(item, next.depth(), path(next)));
        open.add(next);
      }
    }
    return new ImpactTree(affected, false);
  }

  /** The most critical first; the same on every node, however it came to know of them. */
  private List<Item> suffering(String id) {
    return from(id).stream()
        .map(edge -> items.get(edge.sufferer()))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Item::criticality).thenComparing(Item::id))
        .toList();
  }

  private static List<String> path(Step last) {
    List<String> path = new ArrayList<>(last.depth() + 1);
    for (Step step = last; step != null; step = step.before()) {
      path.add(step.id());
    }
    Collections.reverse(path);
    return path;
  }

  /** The shortest way on which one item's trouble reaches another; ids, both included. */
  Optional<List<String>> way(String from, String to) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<Step> open = new ArrayDeque<>(List.of(new Step(from, null, 0)));
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (step.id().equals(to)) {
        return Optional.of(path(step));
      }
      for (Edge edge : from(step.id())) {
        if (seen.add(edge.sufferer())) {
          open.add(new Step(edge.sufferer(), step, step.depth() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** Items that suffer with this one at once. */
  List<String> sufferers(String id) {
    return from(id).stream().map(Edge::sufferer).distinct().toList();
  }

  /**
   * Circles on which trouble would come back to where it began, each told as its ids with the first
   * one again at the end. One circle is told for each way back that a walk through all items finds.
   */
  void circles(Consumer<List<String>> told) {
    Map<String, Integer> places = new HashMap<>();
    Set<String> over = new HashSet<>();
    for (String start : edges.keys()) {
      if (!over.contains(start)) {
        walk(start, places, over, told);
      }
    }
  }

  /** Depth first, without calling itself: chains may be as long as there are items. */
  private void walk(
      String start, Map<String, Integer> places, Set<String> over, Consumer<List<String>> told) {
    List<String> way = new ArrayList<>();
    Deque<Iterator<Edge>> rest = new ArrayDeque<>();
    places.put(start, 0);
    way.add(start);
    rest.push(from(start).iterator());
    while (!rest.isEmpty()) {
      if (!rest.peek().hasNext()) {
        rest.pop();
        String done = way.remove(way.size() - 1);
        places.remove(done);
        over.add(done);
        continue;
      }
      String next = rest.peek().next().sufferer();
      Integer place = places.get(next);
      if (place != null) {
        List<String> circle = new ArrayList<>(way.subList(place, way.size()));
        circle.add(next);
        told.accept(circle);
      } else if (!over.contains(next)) {
        places.put(next, way.size());
        way.add(next);
        rest.push(from(next).iterator());
      }
    }
  }
}
