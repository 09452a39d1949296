package org.itsmsuite.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.YamlFile;

/**
 * The calendar object of the contract, in YAML or JSON:
 *
 * <pre>
 * zone: Europe/Amsterdam
 * hours: {MON: ["08:00-12:00", "13:00-17:00"], SAT: ["20:00-24:00"]}
 * holidays: ["2026-04-27"]
 * recurringHolidays: ["12-25"]
 * specialDays: {"2026-12-24": ["09:00-12:00"]}
 * closures: {"2026-03-10": ["12:00-14:00"]}
 * </pre>
 *
 * Only the zone and some hours are needed. A special day's hours win over a holiday's and a
 * weekday's; an empty list closes the day; closures are taken out of whatever a date has.
 */
public final class CalendarFormat {

  private CalendarFormat() {}

  /**
   * A calendar from its text, YAML or JSON.
   *
   * @throws ContentException as {@link #read}, with {@code calendar} for a file's name
   */
  public static WorkingCalendar parse(String text) {
    return read(YamlFile.of("calendar", text).tree(), "calendar", "");
  }

  /**
   * A calendar from its tree.
   *
   * @param file what errors name as the file
   * @param place where in it the calendar stands, or empty if it is the whole file
   * @throws ContentException {@code calendar.unknown-zone}, {@code calendar.overlapping-windows},
   *     {@code calendar.window-ends-before-start}, {@code calendar.no-working-minute}, {@code
   *     calendar.bad-window}, {@code calendar.bad-date}, {@code calendar.unknown-weekday}, {@code
   *     calendar.unknown-field}, {@code calendar.missing-zone} or {@code calendar.wrong-type}
   */
  public static WorkingCalendar read(JsonNode tree, String file, String place) {
    return new CalendarReader(file).calendar(tree, place);
  }

  /** The same text for equal calendars, whatever order and comments they were written with. */
  public static String canonical(WorkingCalendar calendar) {
    CalendarRules rules = calendar.rules();
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("zone", rules.zone().getId());
    ObjectNode hours = object.putObject("hours");
    rules.hours().forEach((day, windows) -> hours.set(Weekdays.text(day), texts(windows)));
    object.set("holidays", texts(rules.holidays()));
    object.set(
        "recurringHolidays",
        texts(rules.recurringHolidays().stream().map(day -> day.toString().substring(2)).toList()));
    object.set("specialDays", byDate(rules.specialDays()));
    object.set("closures", byDate(rules.closures()));
    return object.toString();
  }

  private static ObjectNode byDate(Map<?, List<DayWindow>> dates) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    dates.forEach((date, windows) -> object.set(date.toString(), texts(windows)));
    return object;
  }

  private static ArrayNode texts(Collection<?> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }
}
