package org.itsmsuite.replay;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Urgency;

/**
 * Reads {@code config/replay/mapping.yaml} and checks it against the services, customers and
 * groups.
 */
final class MappingFile {

  static final String NAME = "config/replay/mapping.yaml";

  record Content(
      Map<String, String> columns,
      String unknown,
      Times times,
      Map<String, RecordedState> states,
      Map<String, Impact> impacts,
      Map<String, Urgency> urgencies,
      Map<String, String> priorities,
      Map<String, String> categories,
      Mapping.Defaults defaults,
      Groups groups,
      Tasks tasks,
      Map<String, String> timers) {}

  record Times(String pattern, String zone) {}

  record Groups(Map<String, String> known, Mapping.OtherGroups others) {}

  record Tasks(Mapping.TaskValues triage, Mapping.TaskValues restore) {}

  private final YamlFile file;
  private final Catalogue catalogue;
  private final SupportGroups groups;

  private MappingFile(ContentSource content, Catalogue catalogue, SupportGroups groups) {
    this.file = YamlFile.of(content, NAME);
    this.catalogue = catalogue;
    this.groups = groups;
  }

  /**
   * @throws ContentException {@code replay.*} or {@code content.*}
   */
  static Mapping read(ContentSource content, Catalogue catalogue, SupportGroups groups) {
    return new MappingFile(content, catalogue, groups).mapping();
  }

  private Mapping mapping() {
    Content content = file.as(Content.class);
    Times times = there(content.times(), "times");
    Groups named = there(content.groups(), "groups");
    Tasks tasks = there(content.tasks(), "tasks");
    return new Mapping(
        columns(there(content.columns(), "columns")),
        file.text(content.unknown(), "unknown"),
        pattern(file.text(times.pattern(), "times.pattern")),
        zone(file.text(times.zone(), "times.zone")),
        filled(content.states(), "states"),
        filled(content.impacts(), "impacts"),
        filled(content.urgencies(), "urgencies"),
        filled(content.priorities(), "priorities"),
        some(content.categories(), "categories"),
        defaults(there(content.defaults(), "defaults")),
        knownGroups(some(named.known(), "groups.known")),
        others(there(named.others(), "groups.others")),
        task(there(tasks.triage(), "tasks.triage"), "tasks.triage"),
        task(there(tasks.restore(), "tasks.restore"), "tasks.restore"),
        some(content.timers(), "timers"));
  }

  private <T> T there(T value, String place) {
    if (value == null) {
      throw file.fault("content.missing-value", place, "this is needed");
    }
    return value;
  }

  private <T> Map<String, T> filled(Map<String, T> values, String place) {
    if (values == null || values.isEmpty()) {
      throw file.fault(
          "content.missing-value", place, "at least one value of the log is needed here");
    }
    return some(values, place);
  }

  private <T> Map<String, T> some(Map<String, T> values, String place) {
    Map<String, T> given = values == null ? Map.of() : values;
    given.forEach((name, value) -> there(value, place + "." + name));
    return Map.copyOf(given);
  }

  private Map<Mapping.Column, String> columns(Map<String, String> given) {
    Map<String, String> left = new LinkedHashMap<>(given);
    Map<Mapping.Column, String> columns = new EnumMap<>(Mapping.Column.class);
    for (Mapping.Column column : Mapping.Column.values()) {
      columns.put(column, file.text(left.remove(column.field()), "columns." + column.field()));
    }
    left.keySet().stream()
        .findFirst()
        .ifPresent(
            unknown -> {
              throw file.fault(
                  "replay.unknown-column", "columns." + unknown, "the replay reads no such column");
            });
    return columns;
  }

  private DateTimeFormatter pattern(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException wrong) {
      throw file.fault("replay.bad-time-pattern", "times.pattern", wrong.getMessage());
    }
  }

  private ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException wrong) {
      throw file.fault(
          "replay.bad-zone",
          "times.zone",
          "there is no zone \"" + zone + "\"; UTC and Europe/Amsterdam are zones");
    }
  }

  private Mapping.Defaults defaults(Mapping.Defaults given) {
    String id = file.text(given.service(), "defaults.service");
    Service service =
        catalogue
            .service(id)
            .orElseThrow(
                () ->
                    file.fault(
                        "replay.unknown-service",
                        "defaults.service",
                        "there is no service \"" + id + "\""));
    String customer = file.text(given.customer(), "defaults.customer");
    if (!service.customers().contains(customer)) {
      throw file.fault(
          "replay.unknown-customer",
          "defaults.customer",
          "the service \"" + id + "\" has no customer \"" + customer + "\"");
    }
    return new Mapping.Defaults(
        id,
        customer,
        there(given.kind(), "defaults.kind"),
        file.text(given.channel(), "defaults.channel"),
        file.text(given.category(), "defaults.category"),
        there(given.impact(), "defaults.impact"),
        there(given.urgency(), "defaults.urgency"));
  }

  private Map<String, String> knownGroups(Map<String, String> known) {
    known.forEach((name, id) -> group(id, "groups.known." + name));
    return known;
  }

  private SupportGroup group(String id, String place) {
    return groups
        .find(id)
        .orElseThrow(
            () ->
                file.fault(
                    "replay.unknown-group",
                    place,
                    "there is no group \"" + id + "\" in support-groups.yaml"));
  }

  private Mapping.OtherGroups others(Mapping.OtherGroups given) {
    String place = "groups.others";
    if (given.level() < 1) {
      throw file.fault("replay.bad-level", place + ".level", "the first level is 1");
    }
    if (given.next() != null && group(given.next(), place + ".next").level() <= given.level()) {
      throw file.fault(
          "replay.next-group-not-higher",
          place + ".next",
          "the next group needs a higher level than " + given.level());
    }
    file.text(given.manager(), place + ".manager");
    return given;
  }

  private Mapping.TaskValues task(Mapping.TaskValues given, String place) {
    return new Mapping.TaskValues(
        file.text(given.task(), place + ".task"),
        filled(given.values(), place + ".values"),
        some(given.withProblem(), place + ".withProblem"));
  }
}
