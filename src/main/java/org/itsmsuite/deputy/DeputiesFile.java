package org.itsmsuite.deputy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.Groups;

/** Reads {@code config/deputies.yaml}. */
final class DeputiesFile {

  static final String NAME = "config/deputies.yaml";
  private static final String LIST = "groups";

  private final YamlFile file;

  record Entries(
      Integer longestChain, String tolerance, Integer longestAbsence, List<Entry> groups) {}

  record Entry(String group, List<String> standIns) {}

  DeputiesFile(ContentSource content) {
    this.file = YamlFile.of(content, NAME);
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code deputy.*} or {@code content.*}
   */
  DeputyRules read() {
    Entries entries = file.as(Entries.class);
    if (entries.longestChain() == null || entries.longestChain() < 1) {
      throw file.fault("deputy.bad-chain", "longestChain", "a number from 1 is needed");
    }
    if (entries.longestAbsence() == null || entries.longestAbsence() < 1) {
      throw file.fault("deputy.bad-longest", "longestAbsence", "a number of days is needed");
    }
    List<Entry> list = file.list(entries.groups(), LIST);
    file.distinct(list.stream().map(Entry::group).toList(), LIST);
    Map<String, Set<String>> standIns = new LinkedHashMap<>();
    for (Entry entry : list) {
      String place = LIST + "[" + standIns.size() + "]";
      List<String> groups = file.list(entry.standIns(), place + ".standIns");
      for (int i = 0; i < groups.size(); i++) {
        known(groups.get(i), place + ".standIns[" + i + "]");
      }
      standIns.put(known(entry.group(), place + ".group"), Set.copyOf(groups));
    }
    return new DeputyRules(
        standIns,
        entries.longestChain(),
        tolerance(entries.tolerance()),
        Duration.ofDays(entries.longestAbsence()));
  }

  private Duration tolerance(String text) {
    try {
      Duration tolerance = Duration.parse(file.text(text, "tolerance"));
      if (!tolerance.isNegative()) {
        return tolerance;
      }
    } catch (DateTimeParseException none) {
      // Told below.
    }
    throw file.fault("deputy.bad-tolerance", "tolerance", "a time such as PT24H is needed");
  }

  private String known(String group, String place) {
    if (!Groups.exists(file.id(group, place))) {
      throw file.fault(
          "deputy.unknown-group",
          place,
          Quoted.text(group) + " is no group; there are " + Groups.ids());
    }
    return group;
  }
}
