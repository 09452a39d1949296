package org.itsmsuite.change;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmsuite.configuration.Affected;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.ImpactTrees;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.Items;

/**
 * What configuration management knows of the items that a change touches (I-15). Items that are
 * retired count as none: nothing is changed about them any more.
 */
public class ConfigurationItems implements ItemFacts {

  /** So many dependants are named; the item's page shows all. */
  private static final int SHOWN = 50;

  private final Items items;
  private final ImpactTrees trees;

  public ConfigurationItems(Items items, ImpactTrees trees) {
    this.items = items;
    this.trees = trees;
  }

  private Stream<Item> inUse(Collection<String> ids) {
    return items.of(ids).stream().filter(one -> !one.isRetired());
  }

  @Override
  public List<Touched> of(Collection<String> ids) {
    return inUse(ids)
        .map(one -> new Touched(one.id(), one.name(), one.type(), one.criticality().name()))
        .toList();
  }

  @Override
  public List<String> services(Collection<String> ids) {
    Set<String> services =
        inUse(ids)
            .filter(Item::isService)
            .map(Item::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    trees.of(ids).services().forEach(one -> services.add(one.id()));
    return List.copyOf(services);
  }

  @Override
  public Ways ways(Collection<String> ids) {
    ImpactTree tree = trees.of(ids);
    return new Ways(
        tree.affected().stream().collect(toMap(one -> one.item().id(), Affected::path)),
        tree.truncated());
  }

  @Override
  public List<String> dependants(Collection<String> ids) {
    ImpactTree tree = trees.of(ids);
    List<String> names =
        tree.affected().stream().map(Affected::item).map(Item::name).limit(SHOWN).toList();
    boolean more = tree.truncated() || tree.affected().size() > SHOWN;
    return more ? Stream.concat(names.stream(), Stream.of("… and more")).toList() : names;
  }
}
