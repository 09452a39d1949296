package org.itsmsuite.configuration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.refusal.FieldTexts;
import org.itsmsuite.refusal.Refusal;

/**
 * What makes an item valid, whichever way it comes in. Refuses with all that is wrong at once:
 * {@code configuration.*} and {@code request.*}.
 */
class ItemRules {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Addresses of ours stand where an id would. */
  private static final Set<String> NO_IDS = Set.of("export", "import", "new");

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 4000;
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_ATTRIBUTE = 400;

  private final ItemTypes types;
  private final SupportGroups groups;

  ItemRules(ItemTypes types, SupportGroups groups) {
    this.types = types;
    this.groups = groups;
  }

  /**
   * An item that begins.
   *
   * @throws Refusal for the fields that are wrong
   */
  Item made(ItemFields fields, Instant since) {
    return new Making(new FieldTexts(), null, fields).item(1, since);
  }

  /**
   * The next version of an item.
   *
   * @return the item itself where nothing becomes different
   * @throws Refusal for the fields that are wrong
   */
  Item changed(Item was, ItemFields fields, Instant since) {
    Item is = new Making(new FieldTexts(), was, fields).item(was.version() + 1, since);
    return isSame(was, is) ? was : is;
  }

  /** A version in which nothing is different: a change has worked on the item. */
  Item workedOn(Item was, Instant since) {
    return new Item(
        was.id(),
        was.level(),
        was.type(),
        was.name(),
        was.description(),
        was.designation(),
        was.outcome(),
        was.criticality(),
        was.supportGroup(),
        was.status(),
        was.asset(),
        was.attributes(),
        was.version() + 1,
        since.isBefore(was.since()) ? was.since() : since,
        was.retiredWhy());
  }

  /** The last version of an item. */
  Item retired(Item was, String why, Instant since) {
    return new Item(
        was.id(),
        was.level(),
        was.type(),
        was.name(),
        was.description(),
        was.designation(),
        was.outcome(),
        was.criticality(),
        was.supportGroup(),
        types.retiredStatus().id(),
        was.asset(),
        was.attributes(),
        was.version() + 1,
        since.isBefore(was.since()) ? was.since() : since,
        why);
  }

  private static boolean isSame(Item was, Item is) {
    var other =
        new Item(
            is.id(),
            is.level(),
            is.type(),
            is.name(),
            is.description(),
            is.designation(),
            is.outcome(),
            is.criticality(),
            is.supportGroup(),
            is.status(),
            is.asset(),
            is.attributes(),
            was.version(),
            was.since(),
            was.retiredWhy());
    return was.equals(other);
  }

  /** One item being made out of its fields. */
  private final class Making {

    private final FieldTexts texts;
    private final Item was;
    private final ItemFields fields;

    Making(FieldTexts texts, Item was, ItemFields fields) {
      this.texts = texts;
      this.was = was;
      this.fields = fields;
    }

    Item item(long version, Instant since) {
      String id = was == null ? id() : was.id();
      ItemType type = type();
      ItemLevel level = level(type);
      String outcome =
          taken("outcome", fields.outcome(), was == null ? null : was.outcome(), LONGEST_TEXT);
      if (level == ItemLevel.SERVICE && outcome == null && !isWrong(fields.outcome())) {
        texts.wrong(
            "outcome",
            "configuration.no-outcome",
            "A service needs a statement of what customers get out of it.");
      }
      String name = needed("name", fields.name(), was == null ? null : was.name(), LONGEST_NAME);
      String designation =
          needed(
              "designation",
              fields.designation(),
              was == null ? null : was.designation(),
              LONGEST_TEXT);
      String description =
          taken(
              "description",
              fields.description(),
              was == null ? null : was.description(),
              LONGEST_DESCRIPTION);
      Criticality criticality = criticality();
      String group = group();
      String status = status();
      boolean asset = asset();
      Map<String, String> attributes = attributes(type);
      texts.verify();
      return new Item(
          id,
          level,
          type.id(),
          name,
          description,
          designation,
          outcome,
          criticality,
          group,
          status,
          asset,
          attributes,
          version,
          was != null && since.isBefore(was.since()) ? was.since() : since,
          null);
    }

    private String id() {
      String id = texts.required("id", fields.id(), 64);
      if (id != null && (!ID.matcher(id).matches() || NO_IDS.contains(id))) {
        texts.wrong(
            "id",
            "configuration.bad-id",
            "Letters A to Z, digits, dots, hyphens and underscores, a letter or digit first; not "
                + NO_IDS.stream().sorted().collect(Collectors.joining(", "))
                + ".");
      }
      return id;
    }

    private ItemType type() {
      if (fields.type() == null && was != null) {
        return types.type(was.type()).orElseThrow();
      }
      String id = texts.required("type", fields.type(), 64);
      if (id == null) {
        return null;
      }
      Optional<String> never = types.whyNever(id);
      if (never.isPresent()) {
        texts.wrong("type", "configuration.never-an-item", never.get());
        return null;
      }
      Optional<ItemType> type = types.type(id);
      if (type.isEmpty()) {
        texts.wrong(
            "type",
            "configuration.unknown-type",
            Quoted.text(id) + " is none of " + types.types().stream().map(ItemType::id).toList());
      }
      return type.orElse(null);
    }

    private ItemLevel level(ItemType type) {
      ItemLevel level = was == null ? null : was.level();
      String written = texts.optional("level", fields.level(), 64);
      if (written != null) {
        ItemLevel chosen = one("level", written, ItemLevel.values());
        if (was != null && chosen != null && chosen != level) {
          texts.wrong(
              "level",
              "configuration.level-stays",
              "An item stays at its level; retire it and enter another one.");
        }
        level = chosen;
      } else if (was == null && type != null) {
        if (type.levels().size() > 1) {
          texts.wrong(
              "level", "request.missing", "One of " + type.levels().stream().sorted().toList());
        } else {
          level = type.levels().iterator().next();
        }
      }
      if (level != null && type != null && !type.levels().contains(level)) {
        texts.wrong(
            written == null ? "type" : "level",
            "configuration.wrong-level",
            "An item of type %s stands at %s, not at %s."
                .formatted(type.id(), type.levels().stream().sorted().toList(), level));
      }
      return level;
    }

    private Criticality criticality() {
      if (fields.criticality() == null && was != null) {
        return was.criticality();
      }
      String written = texts.required("criticality", fields.criticality(), 64);
      return written == null ? null : one("criticality", written, Criticality.values());
    }

    private <E extends Enum<E>> E one(String field, String written, E[] all) {
      for (E value : all) {
        if (value.name().equals(written)) {
          return value;
        }
      }
      texts.wrong(
          field,
          "configuration.wrong-value",
          Quoted.text(written) + " is none of " + Arrays.toString(all));
      return null;
    }

    private String group() {
      String id =
          taken("supportGroup", fields.supportGroup(), was == null ? null : was.supportGroup(), 64);
      if (id != null && fields.supportGroup() != null && groups.find(id).isEmpty()) {
        texts.wrong(
            "supportGroup",
            "configuration.unknown-group",
            Quoted.text(id)
                + " is none of "
                + groups.all().stream().map(SupportGroup::id).toList());
      }
      return id;
    }

    private String status() {
      String id = texts.optional("status", fields.status(), 64);
      if (id == null) {
        return was == null ? types.firstStatus().id() : was.status();
      }
      Optional<ItemStatus> status = types.status(id);
      if (status.isEmpty()) {
        List<String> all =
            types.statuses().stream().filter(one -> !one.retired()).map(ItemStatus::id).toList();
        texts.wrong(
            "status", "configuration.unknown-status", Quoted.text(id) + " is none of " + all);
      } else if (status.get().retired()) {
        texts.wrong(
            "status",
            "configuration.retire-it",
            "Retiring is a step of its own, with a reason, for an item that nothing needs any more.");
      }
      return id;
    }

    private boolean asset() {
      String written = texts.optional("asset", fields.asset(), 64);
      if (written == null) {
        return was != null && was.asset();
      }
      if (!written.equals("true") && !written.equals("false")) {
        texts.wrong("asset", "configuration.wrong-value", "true or false");
      }
      return written.equals("true");
    }

    private Map<String, String> attributes(ItemType type) {
      Map<String, String> all = new TreeMap<>(was == null ? Map.of() : was.attributes());
      if (fields.attributes() != null) {
        fields
            .attributes()
            .forEach(
                (name, written) -> {
                  String field = "attributes." + name;
                  String value = texts.optional(field, written, LONGEST_ATTRIBUTE);
                  if (value == null) {
                    all.remove(name);
                  } else {
                    all.put(name, value);
                  }
                });
      }
      if (type != null) {
        all.keySet().stream()
            .filter(name -> !type.attributes().contains(name))
            .forEach(
                name ->
                    texts.wrong(
                        "attributes." + Quoted.plain(name),
                        "configuration.unknown-attribute",
                        "An item of type %s has only %s.".formatted(type.id(), type.attributes())));
      }
      return all;
    }

    /** A text that may be taken away. */
    private String taken(String field, String written, String kept, int max) {
      return written == null ? kept : texts.lines(field, written, max);
    }

    /** A text that must be there in the end. */
    private String needed(String field, String written, String kept, int max) {
      if (written == null && kept != null) {
        return kept;
      }
      return field.equals("name")
          ? texts.required(field, written, max)
          : texts.requiredLines(field, written, max);
    }

    /** Whether something was written that is refused already. */
    private boolean isWrong(String written) {
      return written != null && written.strip().length() > LONGEST_TEXT;
    }
  }
}
