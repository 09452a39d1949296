package org.itsmsuite.change.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;

/**
 * {@code config/schedule.yaml}.
 *
 * @param longestFreeze how long a freeze of some services may last
 * @param longestFreezeOfAll how long one of everything may last
 * @param maintenance when items are worked on
 */
public record ScheduleSettings(
    Duration longestFreeze, Duration longestFreezeOfAll, List<Maintenance> maintenance) {

  private static final String FILE = "config/schedule.yaml";
  private static final int MOST_DAYS = 3_660;

  /**
   * When some items are worked on.
   *
   * @param calendar name of a working calendar; its hours are the maintenance windows
   * @param items ids
   * @param types types of items, as {@code config/item-types.yaml} names them
   */
  public record Maintenance(String calendar, List<String> items, List<String> types) {

    public Maintenance {
      items = List.copyOf(items);
      types = List.copyOf(types);
    }
  }

  /** As written. */
  record Written(
      Integer longestFreezeDays, Integer longestFreezeOfAllDays, List<WrittenHours> maintenance) {}

  /** As written. */
  record WrittenHours(String calendar, List<String> items, List<String> types) {}

  public ScheduleSettings {
    maintenance = List.copyOf(maintenance);
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code schedule.days}, {@code
   *     schedule.no-calendar}, {@code schedule.no-items}
   */
  public static ScheduleSettings read(ContentSource content) {
    YamlFile file = YamlFile.of(content, FILE);
    Written written = file.as(Written.class);
    List<Maintenance> hours = new ArrayList<>();
    List<WrittenHours> all =
        written.maintenance() == null ? List.of() : file.list(written.maintenance(), "maintenance");
    for (int i = 0; i < all.size(); i++) {
      hours.add(maintenance(file, content, all.get(i), "maintenance[" + i + "]"));
    }
    return new ScheduleSettings(
        days(file, written.longestFreezeDays(), "longestFreezeDays"),
        days(file, written.longestFreezeOfAllDays(), "longestFreezeOfAllDays"),
        hours);
  }

  private static Maintenance maintenance(
      YamlFile file, ContentSource content, WrittenHours one, String where) {
    String calendar = file.id(one.calendar(), where + ".calendar");
    if (!content.exists("config/calendars/" + calendar + ".yaml")) {
      throw file.fault(
          "schedule.no-calendar", where + ".calendar", "a calendar of config/calendars");
    }
    List<String> items = one.items() == null ? List.of() : one.items();
    List<String> types = one.types() == null ? List.of() : one.types();
    if (items.isEmpty() && types.isEmpty()) {
      throw file.fault("schedule.no-items", where, "items or types that it is for");
    }
    return new Maintenance(calendar, items, types);
  }

  private static Duration days(YamlFile file, Integer days, String place) {
    if (days == null || days < 1 || days > MOST_DAYS) {
      throw file.fault("schedule.days", place, "from 1 to " + MOST_DAYS + " days");
    }
    return Duration.ofDays(days);
  }
}
