package org.itsmsuite.change.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ScheduleTaker;

/** Hears of changes that get their place, and tells both owners where two collide (W09). */
public class Schedule implements ScheduleTaker {

  private final ScheduleChecks checks;
  private final ScheduleNews news;

  Schedule(ScheduleChecks checks, ScheduleNews news) {
    this.checks = checks;
    this.news = news;
  }

  @Override
  public void scheduled(Change change) {
    if (change.window() == null) {
      return;
    }
    checks.found(change).stream()
        .filter(one -> one.other() != null && one.found().otherApproved())
        .forEach(
            one -> {
              news.collides(change, one.other());
              news.collides(one.other(), change);
            });
  }

  /**
   * Which of these changes collide with each other on the same item, by number; those that collide
   * with none are left out. For calendars, which show many at once: dependencies are looked at
   * where a change is judged.
   */
  public static Map<String, List<String>> collisions(List<Change> shown) {
    Map<String, List<String>> collisions = new LinkedHashMap<>();
    for (Change one : shown) {
      List<String> others =
          shown.stream()
              .filter(other -> !other.number().equals(one.number()))
              .filter(other -> other.window().overlaps(one.window()))
              .filter(other -> other.items().stream().anyMatch(one.items()::contains))
              .map(Change::number)
              .toList();
      if (!others.isEmpty()) {
        collisions.put(one.number(), others);
      }
    }
    return collisions;
  }
}
