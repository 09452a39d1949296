package org.itsmsuite.change.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingTime;
import org.itsmsuite.change.ItemFacts.Touched;
import org.itsmsuite.change.Window;

/** When items are worked on. Items that no entry names may be worked on at any time. */
class MaintenanceWindows {

  private final List<ScheduleSettings.Maintenance> entries;
  private final Calendars calendars;

  MaintenanceWindows(List<ScheduleSettings.Maintenance> entries, Calendars calendars) {
    this.entries = entries;
    this.calendars = calendars;
  }

  /** Ids of the items that the window is no maintenance window of. */
  List<String> outside(Window window, List<Touched> items) {
    Map<String, Boolean> fits =
        entries.stream()
            .map(ScheduleSettings.Maintenance::calendar)
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> lies(window, name)));
    return items.stream()
        .filter(
            item -> {
              List<String> own = calendarsOf(item);
              return !own.isEmpty() && own.stream().noneMatch(fits::get);
            })
        .map(Touched::id)
        .toList();
  }

  /** What is said of an item itself counts before what is said of its type. */
  private List<String> calendarsOf(Touched item) {
    List<String> own =
        entries.stream()
            .filter(one -> one.items().contains(item.id()))
            .map(ScheduleSettings.Maintenance::calendar)
            .toList();
    return own.isEmpty()
        ? entries.stream()
            .filter(one -> one.types().contains(item.type()))
            .map(ScheduleSettings.Maintenance::calendar)
            .toList()
        : own;
  }

  private boolean lies(Window window, String calendar) {
    WorkingCalendar hours = calendars.current(calendar).calendar();
    return WorkingTime.elapsed(hours, window.from(), window.to(), List.of())
        .equals(Duration.between(window.from(), window.to()));
  }
}
