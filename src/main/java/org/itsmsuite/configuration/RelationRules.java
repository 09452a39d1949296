package org.itsmsuite.configuration;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.refusal.FieldTexts;

/** What makes a relation valid by itself, whichever way it comes in; circles are another matter. */
class RelationRules {

  private final ItemTypes types;

  RelationRules(ItemTypes types) {
    this.types = types;
  }

  /**
   * @param items by id; null for those that do not exist
   * @throws org.itsmsuite.refusal.Refusal for the fields that are wrong
   */
  RelationKind check(NewRelation wanted, Function<String, Item> items) {
    var texts = new FieldTexts();
    String from = texts.required("from", wanted.from(), 64);
    String kindId = texts.required("kind", wanted.kind(), 64);
    String to = texts.required("to", wanted.to(), 64);
    RelationKind kind = kindId == null ? null : kind(texts, kindId);
    Item first = item(texts, "from", from, items);
    Item second = item(texts, "to", to, items);
    if (from != null && from.equals(to)) {
      texts.wrong(
          "to", "configuration.self-relation", "An item does not hang together with itself.");
    }
    if (kind != null && first != null) {
      level(texts, "from", first, kind, kind.fromLevels());
    }
    if (kind != null && second != null) {
      level(texts, "to", second, kind, kind.toLevels());
    }
    texts.verify();
    return kind;
  }

  private RelationKind kind(FieldTexts texts, String id) {
    return types
        .kind(id)
        .orElseGet(
            () -> {
              texts.wrong(
                  "kind",
                  "configuration.unknown-kind",
                  Quoted.text(id)
                      + " is none of "
                      + types.kinds().stream().map(RelationKind::id).toList());
              return null;
            });
  }

  private static Item item(
      FieldTexts texts, String field, String id, Function<String, Item> items) {
    if (id == null) {
      return null;
    }
    Item item = items.apply(id);
    if (item == null) {
      texts.wrong(field, "configuration.unknown-item", "There is no item " + Quoted.text(id) + ".");
    } else if (item.isRetired()) {
      texts.wrong(field, "configuration.retired", id + " is retired.");
    }
    return item;
  }

  private static void level(
      FieldTexts texts, String field, Item item, RelationKind kind, Set<ItemLevel> levels) {
    if (!levels.contains(item.level())) {
      List<ItemLevel> sorted = levels.stream().sorted().toList();
      texts.wrong(
          field,
          "configuration.wrong-end",
          "'%s' takes %s here, and %s is a %s."
              .formatted(kind.name(), sorted, item.id(), item.level()));
    }
  }

  /** How a refusal tells a circle. */
  static String circle(List<String> way) {
    return "Trouble would come back to where it began: " + shortened(way) + ".";
  }

  /** A way as people read it; of a long one its two ends. */
  private static String shortened(List<String> way) {
    if (way.size() <= 12) {
      return String.join(" → ", way);
    }
    return String.join(" → ", way.subList(0, 6))
        + " → ("
        + (way.size() - 12)
        + " more) → "
        + String.join(" → ", way.subList(way.size() - 6, way.size()));
  }
}
