package org.itsmsuite.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;

/**
 * What items there can be and how they hang together: {@code config/item-types.yaml}, read once, in
 * its order.
 */
public final class ItemTypes {

  public static final String FILE = "config/item-types.yaml";

  private final YamlFile file;
  private final Map<String, ItemType> types = new LinkedHashMap<>();
  private final Map<String, String> never = new LinkedHashMap<>();
  private final Map<String, ItemStatus> statuses = new LinkedHashMap<>();
  private final Map<String, RelationKind> kinds = new LinkedHashMap<>();
  private final int mostAffected;

  /** The file's content. */
  record Entries(
      Integer mostAffected,
      List<TypeEntry> types,
      List<NeverEntry> never,
      List<StatusEntry> statuses,
      List<KindEntry> relationKinds) {}

  record TypeEntry(String id, String name, List<String> levels, List<String> attributes) {}

  record NeverEntry(String id, String why) {}

  record StatusEntry(String id, String name, boolean retired) {}

  record KindEntry(
      String id,
      String name,
      String inverse,
      String suffers,
      List<String> fromLevels,
      List<String> toLevels) {}

  private ItemTypes(ContentSource content) {
    this.file = YamlFile.of(content, FILE);
    Entries entries = file.as(Entries.class);
    if (entries.mostAffected() == null || entries.mostAffected() < 1) {
      throw file.fault("configuration.bad-limit", "mostAffected", "a whole number from 1");
    }
    this.mostAffected = entries.mostAffected();
    readTypes(file.list(entries.types(), "types"));
    readNever(file.list(entries.never(), "never"));
    readStatuses(file.list(entries.statuses(), "statuses"));
    readKinds(file.list(entries.relationKinds(), "relationKinds"));
  }

  /**
   * @throws ContentException if the file is faulty: {@code configuration.*} or {@code content.*}
   */
  public static ItemTypes read(ContentSource content) {
    return new ItemTypes(content);
  }

  private void readTypes(List<TypeEntry> entries) {
    file.distinct(entries.stream().map(TypeEntry::id).toList(), "types");
    for (TypeEntry entry : entries) {
      String place = "types[" + types.size() + "]";
      List<String> attributes = file.list(entry.attributes(), place + ".attributes");
      file.distinct(attributes, place + ".attributes");
      for (int i = 0; i < attributes.size(); i++) {
        file.id(attributes.get(i), place + ".attributes[" + i + "]");
      }
      Set<ItemLevel> levels = levels(entry.levels(), place + ".levels");
      if (levels.isEmpty()) {
        throw file.fault("configuration.no-level", place + ".levels", "at least one level");
      }
      String id = file.id(entry.id(), place + ".id");
      types.put(id, new ItemType(id, file.text(entry.name(), place + ".name"), levels, attributes));
    }
    if (types.isEmpty()) {
      throw file.fault("configuration.no-type", "types", "at least one type is needed");
    }
  }

  private void readNever(List<NeverEntry> entries) {
    file.distinct(entries.stream().map(NeverEntry::id).toList(), "never");
    for (NeverEntry entry : entries) {
      String place = "never[" + never.size() + "]";
      String id = file.id(entry.id(), place + ".id");
      if (types.containsKey(id)) {
        throw file.fault("configuration.never-an-item", place + ".id", id + " is a type, too");
      }
      never.put(id, file.text(entry.why(), place + ".why"));
    }
  }

  private void readStatuses(List<StatusEntry> entries) {
    file.distinct(entries.stream().map(StatusEntry::id).toList(), "statuses");
    for (StatusEntry entry : entries) {
      String place = "statuses[" + statuses.size() + "]";
      String id = file.id(entry.id(), place + ".id");
      statuses.put(
          id, new ItemStatus(id, file.text(entry.name(), place + ".name"), entry.retired()));
    }
    long retired = statuses.values().stream().filter(ItemStatus::retired).count();
    if (retired != 1 || statuses.values().iterator().next().retired()) {
      throw file.fault(
          "configuration.bad-statuses",
          "statuses",
          "exactly one is needed that retiring leads to, and another one before it");
    }
  }

  private void readKinds(List<KindEntry> entries) {
    file.distinct(entries.stream().map(KindEntry::id).toList(), "relationKinds");
    for (KindEntry entry : entries) {
      String place = "relationKinds[" + kinds.size() + "]";
      String id = file.id(entry.id(), place + ".id");
      kinds.put(
          id,
          new RelationKind(
              id,
              file.text(entry.name(), place + ".name"),
              file.text(entry.inverse(), place + ".inverse"),
              value(entry.suffers(), place + ".suffers", RelationKind.Suffers.values()),
              orAny(levels(entry.fromLevels(), place + ".fromLevels")),
              orAny(levels(entry.toLevels(), place + ".toLevels"))));
    }
  }

  private Set<ItemLevel> levels(List<String> names, String place) {
    Set<ItemLevel> levels = EnumSet.noneOf(ItemLevel.class);
    List<String> written = file.list(names, place);
    for (int i = 0; i < written.size(); i++) {
      levels.add(value(written.get(i), place + "[" + i + "]", ItemLevel.values()));
    }
    return levels;
  }

  private static Set<ItemLevel> orAny(Set<ItemLevel> levels) {
    return levels.isEmpty() ? EnumSet.allOf(ItemLevel.class) : levels;
  }

  private <E extends Enum<E>> E value(String name, String place, E[] all) {
    String text = file.text(name, place);
    return Arrays.stream(all)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                file.fault(
                    "configuration.wrong-value",
                    place,
                    Quoted.text(text) + " is none of " + Arrays.toString(all)));
  }

  /**
   * What is recorded must stand in the file: what an item is could not be said otherwise.
   *
   * @throws ContentException {@code configuration.still-in-use}
   */
  void requireAll(ItemStore.Words used) {
    require("types", used.types(), types.keySet());
    require("statuses", used.statuses(), statuses.keySet());
    require("relationKinds", used.kinds(), kinds.keySet());
  }

  private void require(String list, Collection<String> used, Set<String> known) {
    List<String> missing = new ArrayList<>(used);
    missing.removeAll(known);
    if (!missing.isEmpty()) {
      throw file.fault(
          "configuration.still-in-use",
          list,
          "items that are recorded use " + Quoted.text(missing.get(0)) + "; write it here again");
    }
  }

  public Collection<ItemType> types() {
    return List.copyOf(types.values());
  }

  public Optional<ItemType> type(String id) {
    return Optional.ofNullable(types.get(id));
  }

  /** Why something of this kind is never an item; empty unless the file says so. */
  Optional<String> whyNever(String id) {
    return Optional.ofNullable(never.get(id));
  }

  public Collection<ItemStatus> statuses() {
    return List.copyOf(statuses.values());
  }

  public Optional<ItemStatus> status(String id) {
    return Optional.ofNullable(statuses.get(id));
  }

  ItemStatus firstStatus() {
    return statuses.values().iterator().next();
  }

  ItemStatus retiredStatus() {
    return statuses.values().stream().filter(ItemStatus::retired).findFirst().orElseThrow();
  }

  public Collection<RelationKind> kinds() {
    return List.copyOf(kinds.values());
  }

  public Optional<RelationKind> kind(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  /** No more items than this in one {@link ImpactTree}. */
  int mostAffected() {
    return mostAffected;
  }
}
