package org.itsmsuite.configuration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where items and relations begin, change and end, one at a time. Who may do so is
 * decided before it is called. Each step is a version or a dated relation, and a fact.
 */
public class ItemRegister implements Items, ItemUpdates {

  private final ItemStore store;
  private final ItemSnapshots snapshots;
  private final ItemTypes types;
  private final ItemRules rules;
  private final RelationRules relationRules;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  ItemRegister(
      ItemStore store,
      ItemSnapshots snapshots,
      ItemTypes types,
      ItemRules rules,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.snapshots = snapshots;
    this.types = types;
    this.rules = rules;
    this.relationRules = new RelationRules(types);
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Item> find(String id) {
    return id == null ? Optional.empty() : store.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Item> of(Collection<String> ids) {
    return store.of(ids);
  }

  @Transactional(readOnly = true)
  public ItemSearch.Page search(ItemSearch search) {
    return store.search(search);
  }

  /** All versions, the oldest first; none if there is no such item. */
  @Transactional(readOnly = true)
  public List<ItemVersion> history(String id) {
    return store.history(id);
  }

  /**
   * Relations of an item, the oldest first.
   *
   * @param at only those in force then; null for all there ever were
   */
  @Transactional(readOnly = true)
  public List<ItemRelation> relationsOf(String item, Instant at) {
    return at == null ? store.relationsOf(item) : store.relationsOf(item, at);
  }

  /**
   * @throws Refusal {@code configuration.id-taken}, or for the fields that are wrong
   */
  @Transactional
  public Item create(ItemFields fields) {
    Instant now = now();
    Item item = rules.made(fields, now);
    long seq = snapshots.lock();
    requireFree(item.id());
    store.add(List.of(new ItemVersion(item, null, user.actor().id(), null, null)), seq);
    ledger.write(begun(item));
    return item;
  }

  private void requireFree(String id) {
    if (store.find(id).isPresent()) {
      throw Refusal.conflict(
          "configuration.id-taken",
          "There is an item " + id + " already; ids are unique for ever, also of retired ones.");
    }
  }

  static Fact begun(Item item) {
    return Fact.of(chain(item.id()), "configuration.itemCreated")
        .with("level", item.level().name())
        .with("type", item.type())
        .with("name", Personal.of(item.name()))
        .with("designation", Personal.of(item.designation()))
        .with("outcome", Personal.of(item.outcome()))
        .with("criticality", item.criticality().name())
        .with("supportGroup", item.supportGroup())
        .with("status", item.status())
        .with("asset", item.asset());
  }

  /**
   * Changes an item by hand.
   *
   * @param version that whoever changes it has seen; null if they do not say
   * @return the item as it was where nothing becomes different
   * @throws Refusal {@code configuration.unknown-item}, {@code configuration.retired}, {@code
   *     configuration.changed-meanwhile}, or for the fields that are wrong
   */
  @Transactional
  public Item change(String id, Long version, ItemFields fields, String why) {
    return change(id, version, fields, why, null);
  }

  private Item change(String id, Long version, ItemFields fields, String why, String rfc) {
    long seq = snapshots.lock();
    Item was = current(id);
    requireSeen(was, version);
    Item is = rules.changed(was, fields, now());
    if (is == was && rfc != null) {
      // What a change has done to it belongs to its history, whether or not a value is another.
      is = rules.workedOn(was, now());
    }
    if (is != was) {
      keep(was, is, why, rfc, seq, "configuration.itemChanged");
    }
    return is;
  }

  private Item current(String id) {
    Item item = store.find(id).orElseThrow(() -> unknown(id));
    if (item.isRetired()) {
      throw Refusal.conflict("configuration.retired", id + " is retired: " + item.retiredWhy());
    }
    return item;
  }

  private static Refusal unknown(String id) {
    return Refusal.notFound("configuration.unknown-item", "There is no item of this id.");
  }

  private static void requireSeen(Item item, Long version) {
    if (version != null && version != item.version()) {
      throw changedMeanwhile();
    }
  }

  static Refusal changedMeanwhile() {
    return Refusal.conflict(
        "configuration.changed-meanwhile",
        "Somebody else has changed this item since you have looked at it; nothing was done. Look at it again and repeat your step.");
  }

  private void keep(Item was, Item is, String why, String rfc, long seq, String what) {
    var next = new ItemVersion(is, null, user.actor().id(), why, rfc);
    if (!store.change(List.of(next), seq)) {
      throw changedMeanwhile();
    }
    ledger.write(became(was, is, what).with("reason", Personal.of(why)).with("change", rfc));
  }

  /** What has become different about an item. */
  static Fact became(Item was, Item is, String what) {
    return Fact.of(chain(is.id()), what)
        .changed("type", was.type(), is.type())
        .changed("name", Personal.of(was.name()), Personal.of(is.name()))
        .changed("description", Personal.of(was.description()), Personal.of(is.description()))
        .changed("designation", Personal.of(was.designation()), Personal.of(is.designation()))
        .changed("outcome", Personal.of(was.outcome()), Personal.of(is.outcome()))
        .changed("criticality", was.criticality().name(), is.criticality().name())
        .changed("supportGroup", was.supportGroup(), is.supportGroup())
        .changed("status", was.status(), is.status())
        .changed("asset", was.asset(), is.asset())
        .changed("attributes", Personal.of(was.attributes()), Personal.of(is.attributes()))
        .with("version", is.version());
  }

  @Override
  @Transactional
  public Item updated(String item, String change, ItemUpdate update) {
    return change(item, null, ItemFields.of(update), update.reason(), change);
  }

  @Override
  @Transactional
  public Item retired(String item, String change, String reason) {
    return retire(item, null, reason, change);
  }

  /**
   * Takes an item out of use; its relations end with it.
   *
   * @param version as for {@link #change}
   * @throws Refusal {@code configuration.still-needed} while others would suffer, and as {@link
   *     #change}
   */
  @Transactional
  public Item retire(String id, Long version, String why) {
    return retire(id, version, why, null);
  }

  private Item retire(String id, Long version, String why, String rfc) {
    long seq = snapshots.lock();
    Item was = current(id);
    requireSeen(was, version);
    List<String> sufferers = snapshots.now().sufferers(id);
    if (!sufferers.isEmpty()) {
      throw Refusal.conflict(
          "configuration.still-needed",
          "%s is still needed by %s. End these relations, or retire what needs it first."
              .formatted(id, few(sufferers)));
    }
    Instant now = now();
    List<ItemRelation> ended =
        store.relationsOf(id).stream()
            .filter(ItemRelation::isInForce)
            .map(one -> one.ended(user.actor().id(), now, why, rfc))
            .toList();
    store.end(ended, seq);
    ended.forEach(one -> ledger.write(ended(one)));
    Item is = rules.retired(was, why, now);
    keep(was, is, why, rfc, seq, "configuration.itemRetired");
    return is;
  }

  private static String few(List<String> ids) {
    return ids.size() <= 5
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, 5)) + " and " + (ids.size() - 5) + " more";
  }

  /**
   * Two items hang together from now on.
   *
   * @throws Refusal {@code configuration.unknown-item}, {@code configuration.self-relation}, {@code
   *     configuration.unknown-kind}, {@code configuration.wrong-end}, {@code
   *     configuration.retired}, {@code configuration.related-already}, {@code configuration.cycle}
   */
  @Transactional
  public ItemRelation relate(NewRelation wanted) {
    long seq = snapshots.lock();
    ItemGraph now = snapshots.now();
    RelationKind kind = relationRules.check(wanted, id -> now.item(id).orElse(null));
    NewRelation asked = new NewRelation(wanted.from().strip(), kind.id(), wanted.to().strip());
    requireNew(asked);
    requireNoCircle(now, kind, asked);
    ItemRelation relation = ItemRelation.begun(asked, now(), user.actor().id());
    store.relate(List.of(relation), seq);
    ledger.write(related(List.of(relation)));
    return relation;
  }

  /**
   * @param begun at least one, all with the same first item
   */
  static Fact related(List<ItemRelation> begun) {
    return Fact.of(chain(begun.get(0).fromItem()), "configuration.related")
        .with(
            "relations",
            begun.stream()
                .map(
                    one ->
                        Map.of(
                            "relation", one.id().toString(),
                            "kind", one.kind(),
                            "to", one.toItem()))
                .toList());
  }

  private void requireNew(NewRelation wanted) {
    boolean isThere =
        store.relationsOf(wanted.from()).stream()
            .anyMatch(
                one ->
                    one.isInForce()
                        && one.fromItem().equals(wanted.from())
                        && one.kind().equals(wanted.kind())
                        && one.toItem().equals(wanted.to()));
    if (isThere) {
      throw Refusal.conflict(
          "configuration.related-already",
          "%s %s %s already.".formatted(wanted.from(), wanted.kind(), wanted.to()));
    }
  }

  private static void requireNoCircle(ItemGraph now, RelationKind kind, NewRelation wanted) {
    if (!kind.carriesImpact()) {
      return;
    }
    boolean toSuffers = kind.suffers() == RelationKind.Suffers.TO;
    String source = toSuffers ? wanted.from() : wanted.to();
    String sufferer = toSuffers ? wanted.to() : wanted.from();
    Optional<List<String>> back = now.way(sufferer, source);
    if (back.isPresent()) {
      List<String> circle = new ArrayList<>(List.of(source));
      circle.addAll(back.get());
      throw Refusal.invalid("configuration.cycle", "to", RelationRules.circle(circle));
    }
  }

  /**
   * Two items do not hang together any more.
   *
   * @param item one of its ends
   * @throws Refusal {@code configuration.no-such-relation}, {@code configuration.ended-already}
   */
  @Transactional
  public ItemRelation unrelate(String item, UUID relation, String why) {
    long seq = snapshots.lock();
    ItemRelation was =
        store
            .relation(relation)
            .filter(one -> one.fromItem().equals(item) || one.toItem().equals(item))
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "configuration.no-such-relation", "This item has no such relation."));
    if (!was.isInForce()) {
      throw Refusal.conflict("configuration.ended-already", "It has ended already.");
    }
    ItemRelation is = was.ended(user.actor().id(), now(), why, null);
    store.end(List.of(is), seq);
    ledger.write(ended(is));
    return is;
  }

  private static Fact ended(ItemRelation one) {
    return Fact.of(chain(one.fromItem()), "configuration.relationEnded")
        .with("relation", one.id().toString())
        .with("kind", one.kind())
        .with("to", one.toItem())
        .with("reason", Personal.of(one.endedWhy()))
        .with("change", one.endedChange());
  }

  /** What facts about an item belong to. */
  static String chain(String item) {
    return "item:" + item;
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The words that items are described with. */
  public ItemTypes types() {
    return types;
  }
}
