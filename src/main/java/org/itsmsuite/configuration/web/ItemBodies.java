package org.itsmsuite.configuration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.configuration.Affected;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.ItemRelation;
import org.itsmsuite.configuration.ItemVersion;
import org.itsmsuite.configuration.RelationKind;

/** What the API and the pages tell of items. */
final class ItemBodies {

  private ItemBodies() {}

  /** See {@link Item}. */
  record ItemBody(
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
      boolean asset,
      Map<String, String> attributes,
      long version,
      Instant since,
      String retiredWhy) {

    static ItemBody of(Item item) {
      return new ItemBody(
          item.id(),
          item.level().name(),
          item.type(),
          item.name(),
          item.description(),
          item.designation(),
          item.outcome(),
          item.criticality().name(),
          item.supportGroup(),
          item.status(),
          item.asset(),
          item.attributes(),
          item.version(),
          item.since(),
          item.retiredWhy());
    }
  }

  record ItemsBody(List<ItemBody> content, PageBody page) {}

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}

  /**
   * A relation as seen from one of its ends.
   *
   * @param reads how it reads from there, such as {@code is needed by}
   * @param item id of the other end
   * @param outgoing whether the end that is looked from is the first one
   */
  record RelationBody(
      UUID id,
      String kind,
      String reads,
      String item,
      String itemName,
      boolean outgoing,
      Instant from,
      Instant until,
      String enteredBy,
      String change,
      String endedBy,
      String endedWhy,
      String endedChange) {

    static RelationBody of(ItemRelation one, String end, RelationKind kind, Item other) {
      boolean outgoing = one.fromItem().equals(end);
      return new RelationBody(
          one.id(),
          one.kind(),
          outgoing ? kind.name() : kind.inverse(),
          other.id(),
          other.name(),
          outgoing,
          one.from(),
          one.until(),
          one.enteredBy(),
          one.change(),
          one.endedBy(),
          one.endedWhy(),
          one.endedChange());
    }
  }

  /** See {@link ItemVersion}. */
  record VersionBody(
      long version,
      Instant from,
      Instant until,
      String by,
      String why,
      String change,
      ItemBody item) {

    static VersionBody of(ItemVersion one) {
      return new VersionBody(
          one.item().version(),
          one.item().since(),
          one.until(),
          one.by(),
          one.why(),
          one.change(),
          ItemBody.of(one.item()));
    }
  }

  /**
   * An item with all there is.
   *
   * @param at the instant that {@code item} and {@code relations} speak of
   * @param relations in force then, the oldest first
   * @param history all versions, the oldest first, whatever the instant
   */
  record ItemView(
      Instant at, ItemBody item, List<RelationBody> relations, List<VersionBody> history) {}

  /** See {@link Affected}. */
  record AffectedBody(
      String id,
      String name,
      String level,
      String type,
      String criticality,
      int depth,
      List<String> path) {

    static AffectedBody of(Affected one) {
      Item item = one.item();
      return new AffectedBody(
          item.id(),
          item.name(),
          item.level().name(),
          item.type(),
          item.criticality().name(),
          one.depth(),
          one.path());
    }
  }

  /**
   * See {@link ImpactTree}.
   *
   * @param services ids of the services that are affected, the nearest first
   */
  record ImpactBody(
      String item, List<AffectedBody> affected, List<String> services, boolean truncated) {

    static ImpactBody of(String item, ImpactTree tree) {
      return new ImpactBody(
          item,
          tree.affected().stream().map(AffectedBody::of).toList(),
          tree.services().stream().map(Item::id).toList(),
          tree.truncated());
    }
  }
}
