package org.itsmsuite.configuration.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.itsmsuite.configuration.web.ItemBodies.ItemBody;
import org.itsmsuite.configuration.web.ItemBodies.VersionBody;

/** Versions of an item as the page tells them: what became different from one to the next. */
final class ItemChanges {

  private static final Map<String, String> LABELS =
      Map.of(
          "type", "Type",
          "name", "Name",
          "description", "Description",
          "designation", "Kept because",
          "outcome", "Outcome",
          "criticality", "Criticality",
          "supportGroup", "Group",
          "status", "Status",
          "asset", "Asset");

  private ItemChanges() {}

  /**
   * @param was null where there was nothing, as is what it is
   */
  record Difference(String field, String was, String is) {}

  record Version(
      long version,
      Instant from,
      String by,
      String why,
      String change,
      List<Difference> differences) {}

  /**
   * The newest first.
   *
   * @param history the oldest first
   * @param words for a field's value
   */
  static List<Version> of(List<VersionBody> history, BinaryOperator<String> words) {
    List<Version> versions = new ArrayList<>();
    ItemBody before = null;
    for (VersionBody one : history) {
      versions.add(
          0,
          new Version(
              one.version(),
              one.from(),
              one.by(),
              one.why(),
              one.change(),
              before == null ? List.of() : differences(before, one.item(), words)));
      before = one.item();
    }
    return versions;
  }

  private static List<Difference> differences(
      ItemBody was, ItemBody is, BinaryOperator<String> words) {
    Map<String, String> before = texts(was);
    Map<String, String> after = texts(is);
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    return fields.stream()
        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
        .map(
            field ->
                new Difference(
                    LABELS.getOrDefault(field, field),
                    said(field, before.get(field), words),
                    said(field, after.get(field), words)))
        .toList();
  }

  private static String said(String field, String value, BinaryOperator<String> words) {
    return value == null ? null : words.apply(field, value);
  }

  private static Map<String, String> texts(ItemBody item) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("type", item.type());
    texts.put("name", item.name());
    texts.put("description", item.description());
    texts.put("designation", item.designation());
    texts.put("outcome", item.outcome());
    texts.put("criticality", item.criticality());
    texts.put("supportGroup", item.supportGroup());
    texts.put("status", item.status());
    texts.put("asset", item.asset() ? "yes" : "no");
    texts.putAll(item.attributes());
    return texts;
  }
}
