package org.itsmsuite.configuration.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.ImpactTrees;
import org.itsmsuite.configuration.ImportReport;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.ItemFields;
import org.itsmsuite.configuration.ItemLevel;
import org.itsmsuite.configuration.ItemRegister;
import org.itsmsuite.configuration.ItemRelation;
import org.itsmsuite.configuration.ItemSearch;
import org.itsmsuite.configuration.ItemTables;
import org.itsmsuite.configuration.ItemTypes;
import org.itsmsuite.configuration.ItemVersion;
import org.itsmsuite.configuration.NewRelation;
import org.itsmsuite.configuration.web.ItemBodies.ItemBody;
import org.itsmsuite.configuration.web.ItemBodies.ItemView;
import org.itsmsuite.configuration.web.ItemBodies.ItemsBody;
import org.itsmsuite.configuration.web.ItemBodies.PageBody;
import org.itsmsuite.configuration.web.ItemBodies.RelationBody;
import org.itsmsuite.configuration.web.ItemBodies.VersionBody;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys;
import org.itsmsuite.web.Moments;
import org.itsmsuite.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people and programs do with items, as far as the access table lets them. */
@Component
class ItemDesk {

  static final String READ = "item.read";
  private static final String EDIT = "item.edit";
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_WORDS = 200;
  private static final int LONGEST_ID = 64;

  private final ItemRegister register;
  private final ItemTables tables;
  private final ImpactTrees trees;
  private final Access access;
  private final CurrentUser user;
  private final IdempotencyKeys keys;
  private final Clock time;
  private final ZoneId zone;

  ItemDesk(
      ItemRegister register,
      ItemTables tables,
      ImpactTrees trees,
      Access access,
      CurrentUser user,
      IdempotencyKeys keys,
      Clock time,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.register = register;
    this.tables = tables;
    this.trees = trees;
    this.access = access;
    this.user = user;
    this.keys = keys;
    this.time = time;
    this.zone = zone;
  }

  private void require(String permission) {
    if (!access.may(user.actor(), permission)) {
      throw Refusal.forbidden("configuration.not-allowed", "Your groups do not permit this.");
    }
  }

  boolean mayEdit() {
    return access.may(user.actor(), EDIT);
  }

  ItemTypes types() {
    return register.types();
  }

  ZoneId zone() {
    return zone;
  }

  /** Which items are asked for, as written; blank is all. */
  record Query(String text, String level, String type, String status, String retired) {}

  ItemsBody search(Query query, int page, int size) {
    require(READ);
    var texts = new Texts();
    String text = texts.optional("text", query.text(), LONGEST_WORDS);
    ItemLevel level = level(texts, query.level());
    String type = texts.optional("type", query.type(), LONGEST_ID);
    if (type != null && types().type(type).isEmpty()) {
      texts.wrong("type", "configuration.unknown-type", "There is no such type.");
    }
    String status = texts.optional("status", query.status(), LONGEST_ID);
    if (status != null && types().status(status).isEmpty()) {
      texts.wrong("status", "configuration.unknown-status", "There is no such status.");
    }
    texts.verify();
    boolean retired =
        "true".equals(query.retired())
            || status != null && types().status(status).orElseThrow().retired();
    ItemSearch.Page found =
        register.search(new ItemSearch(text, level, type, status, retired, page, size));
    return new ItemsBody(
        found.items().stream().map(ItemBody::of).toList(),
        new PageBody(page, size, found.total(), (found.total() + size - 1) / size));
  }

  private static ItemLevel level(Texts texts, String written) {
    String name = texts.optional("level", written, LONGEST_ID);
    for (ItemLevel level : ItemLevel.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    if (name != null) {
      texts.wrong(
          "level", "configuration.wrong-value", "One of " + List.of(ItemLevel.values()) + ".");
    }
    return null;
  }

  /**
   * @param at an instant, or a date for its beginning; blank for now
   * @throws Refusal {@code configuration.unknown-item}, also when there was none yet
   */
  ItemView view(String id, String at) {
    require(READ);
    var texts = new Texts();
    Instant asked = Moments.dateOrInstant(texts, "at", at, zone);
    texts.verify();
    Instant moment = asked == null ? time.instant() : asked;
    List<ItemVersion> history = register.history(id);
    Item item =
        (asked == null ? last(history) : then(history, asked))
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "configuration.unknown-item",
                        asked == null
                            ? "There is no item of this id."
                            : "There was no item of this id at that time."));
    List<ItemRelation> relations =
        asked == null
            ? register.relationsOf(id, null).stream().filter(ItemRelation::isInForce).toList()
            : register.relationsOf(id, asked);
    return new ItemView(
        moment,
        ItemBody.of(item),
        relations(id, relations),
        history.stream().map(VersionBody::of).toList());
  }

  private static Optional<Item> last(List<ItemVersion> history) {
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(history.get(history.size() - 1).item());
  }

  private static Optional<Item> then(List<ItemVersion> history, Instant at) {
    return history.stream().filter(one -> one.isInForce(at)).map(ItemVersion::item).findFirst();
  }

  private List<RelationBody> relations(String id, List<ItemRelation> relations) {
    Map<String, Item> others = new HashMap<>();
    register
        .of(relations.stream().map(one -> one.otherEnd(id)).toList())
        .forEach(item -> others.put(item.id(), item));
    return relations.stream()
        .map(
            one ->
                RelationBody.of(
                    one, id, types().kind(one.kind()).orElseThrow(), others.get(one.otherEnd(id))))
        .toList();
  }

  /** Relations of an item that have ended, the oldest first. */
  List<RelationBody> endedRelations(String id) {
    require(READ);
    return relations(
        id, register.relationsOf(id, null).stream().filter(one -> !one.isInForce()).toList());
  }

  ImpactTree impact(String id) {
    require(READ);
    if (register.find(id).isEmpty()) {
      throw Refusal.notFound("configuration.unknown-item", "There is no item of this id.");
    }
    return trees.of(List.of(id));
  }

  /** The same call with the same key makes one item. */
  Item create(String key, ItemFields fields) {
    require(EDIT);
    String id =
        keys.once(
                key,
                user.actor().id(),
                "configuration.create",
                fields,
                () -> register.create(fields).id())
            .record();
    return register.find(id).orElseThrow();
  }

  Item change(String id, Long version, ItemFields fields, String reason) {
    require(EDIT);
    return register.change(id, version, fields, reason(reason));
  }

  Item retire(String id, Long version, String reason) {
    require(EDIT);
    return register.retire(id, version, reason(reason));
  }

  RelationBody relate(String id, String kind, String to) {
    require(EDIT);
    ItemRelation made = register.relate(new NewRelation(id, kind, to));
    return relations(id, List.of(made)).get(0);
  }

  RelationBody unrelate(String id, UUID relation, String reason) {
    require(EDIT);
    return relations(id, List.of(register.unrelate(id, relation, reason(reason)))).get(0);
  }

  private static String reason(String written) {
    var texts = new Texts();
    String reason = texts.requiredLines("reason", written, LONGEST_REASON);
    texts.verify();
    return reason;
  }

  /** What would come of a table. */
  ImportReport tried(InputStream table) throws IOException {
    require(EDIT);
    return tables.tried(table);
  }

  /**
   * Takes a table in.
   *
   * @throws Refusal {@code configuration.import-refused}
   */
  ImportReport taken(InputStream table, String reason) throws IOException {
    require(EDIT);
    return tables.taken(table, reason(reason));
  }

  void requireEdit() {
    require(EDIT);
  }

  void requireRead() {
    require(READ);
  }

  /**
   * @param relations whether the relations are written, else the items
   */
  void write(Appendable to, boolean relations) throws IOException {
    require(READ);
    if (relations) {
      tables.writeRelations(to);
    } else {
      tables.writeItems(to);
    }
  }
}
