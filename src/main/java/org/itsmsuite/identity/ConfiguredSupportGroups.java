package org.itsmsuite.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;

/**
 * The support groups of {@code config/support-groups.yaml}, read once, in the file's order. A next
 * group always has a higher level, so functional escalation comes to an end.
 */
public final class ConfiguredSupportGroups implements SupportGroups {

  private static final String FILE = "config/support-groups.yaml";
  private static final String LIST = "supportGroups";

  private final YamlFile file;
  private final Map<String, SupportGroup> groups = new LinkedHashMap<>();

  /** The file's content. */
  record Entries(List<Entry> supportGroups) {}

  /** One group as written; see {@link SupportGroup}. */
  record Entry(String id, String name, Integer level, String next, String manager, String email) {}

  /**
   * @throws ContentException if the file is faulty: {@code identity.*} or {@code content.*}
   */
  public ConfiguredSupportGroups(ContentSource content) {
    this.file = YamlFile.of(content, FILE);
    List<Entry> entries = file.list(file.as(Entries.class).supportGroups(), LIST);
    file.distinct(entries.stream().map(Entry::id).toList(), LIST);
    for (Entry entry : entries) {
      SupportGroup group = group(entry, LIST + "[" + groups.size() + "]");
      groups.put(group.id(), group);
    }
    if (groups.isEmpty()) {
      throw file.fault("identity.no-support-group", LIST, "at least one group is needed");
    }
    checkNextGroups();
  }

  @Override
  public Optional<SupportGroup> find(String id) {
    return Optional.ofNullable(id).map(groups::get);
  }

  @Override
  public List<SupportGroup> all() {
    return List.copyOf(groups.values());
  }

  private SupportGroup group(Entry entry, String place) {
    String id = file.id(entry.id(), place + ".id");
    if (entry.level() == null || entry.level() < 1) {
      throw file.fault(
          "identity.bad-level", place + ".level", "a level is needed: 1 for the first, 2, 3 ...");
    }
    return new SupportGroup(
        id,
        file.text(entry.name(), place + ".name"),
        entry.level(),
        entry.next(),
        file.text(entry.manager(), place + ".manager"),
        file.emailOrNull(entry.email(), place + ".email"));
  }

  private void checkNextGroups() {
    int index = 0;
    for (SupportGroup group : groups.values()) {
      String place = LIST + "[" + index++ + "].next";
      if (group.next() == null) {
        continue;
      }
      SupportGroup next = groups.get(group.next());
      if (next == null) {
        throw file.fault(
            "identity.unknown-next-group",
            place,
            "there is no group " + Quoted.text(group.next()) + " in this file");
      }
      if (next.level() <= group.level()) {
        throw file.fault(
            "identity.next-group-not-higher",
            place,
            "%s has level %d; the group after one of level %d needs a higher one"
                .formatted(next.id(), next.level(), group.level()));
      }
    }
  }
}
