package org.itsmsuite.configuration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an empty database begins with: {@code config/items.yaml}, if there is one. Later only
 * services that came into the catalogue since are taken from it.
 */
public class ItemSeeds {

  private static final Logger LOG = LoggerFactory.getLogger(ItemSeeds.class);
  private static final String FILE = "config/items.yaml";
  private static final String WHY = "First stock, from " + FILE;

  private final ItemStore store;
  private final ItemSnapshots snapshots;
  private final ItemTypes types;
  private final ItemRules rules;
  private final Catalogue catalogue;
  private final ContentSource content;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  /** As written. */
  record Entries(
      String designation, String status, List<Entry> items, List<RelationEntry> relations) {}

  record Entry(
      String id,
      String level,
      String type,
      String name,
      String description,
      String designation,
      String outcome,
      String criticality,
      String supportGroup,
      String status,
      Boolean asset,
      Map<String, String> attributes) {

    ItemFields fields(Entries general) {
      return new ItemFields(
          id,
          level,
          type,
          name,
          description,
          designation == null ? general.designation() : designation,
          outcome,
          criticality,
          supportGroup,
          status == null ? general.status() : status,
          asset == null ? null : asset.toString(),
          attributes);
    }
  }

  record RelationEntry(String from, String kind, String to) {}

  ItemSeeds(
      ItemStore store,
      ItemSnapshots snapshots,
      ItemTypes types,
      ItemRules rules,
      Catalogue catalogue,
      ContentSource content,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.snapshots = snapshots;
    this.types = types;
    this.rules = rules;
    this.catalogue = catalogue;
    this.content = content;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Fills what is empty and looks whether what is recorded can still be read.
   *
   * @throws ContentException for the first entry that cannot be used, or {@code
   *     configuration.still-in-use}
   */
  @Transactional
  public void sow() {
    types.requireAll(store.words());
    List<String> services = catalogue.services().stream().map(Service::id).toList();
    if (!store.isEmpty() && store.of(services).size() == services.size()) {
      return;
    }
    if (!content.exists(FILE)) {
      LOG.warn(
          "There is no {}: services of the catalogue are no items until they are entered", FILE);
      return;
    }
    long seq = snapshots.lock();
    YamlFile file = YamlFile.of(content, FILE);
    Entries entries = file.as(Entries.class);
    boolean first = store.isEmpty();
    Map<String, Item> items = items(file, entries, first ? null : missing(services));
    store.add(
        items.values().stream()
            .map(one -> new ItemVersion(one, null, user.actor().id(), WHY, null))
            .toList(),
        seq);
    items.values().forEach(one -> ledger.write(ItemRegister.begun(one)));
    if (first) {
      relate(file, entries, items, seq);
    }
    missing(services)
        .forEach(id -> LOG.warn("The service {} is no item, and {} does not tell of it", id, FILE));
  }

  private List<String> missing(List<String> services) {
    List<String> missing = new ArrayList<>(services);
    store.of(services).forEach(one -> missing.remove(one.id()));
    return missing;
  }

  /**
   * @param only ids to take; null for all
   */
  private Map<String, Item> items(YamlFile file, Entries entries, List<String> only) {
    List<Entry> written = file.list(entries.items(), "items");
    file.distinct(written.stream().map(Entry::id).toList(), "items");
    Map<String, Item> items = new LinkedHashMap<>();
    Instant now = now();
    for (int i = 0; i < written.size(); i++) {
      Entry entry = written.get(i);
      if (only == null || only.contains(entry.id())) {
        try {
          Item item = rules.made(entry.fields(entries), now);
          items.put(item.id(), item);
        } catch (Refusal refusal) {
          throw fault(file, "items[" + i + "]", refusal);
        }
      }
    }
    return items;
  }

  private void relate(YamlFile file, Entries entries, Map<String, Item> items, long seq) {
    var relationRules = new RelationRules(types);
    ItemGraph.Next next = ItemGraph.EMPTY.next(types);
    List<ItemRelation> relations = new ArrayList<>();
    Instant now = now();
    for (RelationEntry entry : file.list(entries.relations(), "relations")) {
      String place = "relations[" + relations.size() + "]";
      try {
        relationRules.check(new NewRelation(entry.from(), entry.kind(), entry.to()), items::get);
      } catch (Refusal refusal) {
        throw fault(file, place, refusal);
      }
      var relation =
          ItemRelation.begun(
              new NewRelation(entry.from(), entry.kind(), entry.to()), now, user.actor().id());
      relations.add(relation);
      next.relation(relation);
    }
    next.done()
        .circles(
            circle -> {
              throw file.fault("configuration.cycle", "relations", RelationRules.circle(circle));
            });
    store.relate(relations, seq);
    relations.forEach(one -> ledger.write(ItemRegister.related(List.of(one))));
  }

  private static ContentException fault(YamlFile file, String place, Refusal refusal) {
    Refusal.Offence first = refusal.offences().get(0);
    return file.fault(first.key(), place + "." + first.field(), first.detail());
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
