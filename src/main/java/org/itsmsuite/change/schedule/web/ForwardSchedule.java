package org.itsmsuite.change.schedule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangePage;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.Freezes;
import org.itsmsuite.change.schedule.Schedule;
import org.itsmsuite.change.web.ChangeAccess;
import org.springframework.stereotype.Component;

/** The part of the schedule that somebody may know of, for page, API and feed. */
@Component
class ForwardSchedule {

  /** More than this is not shown at once; whoever asks is told that there is more. */
  static final int MOST = 500;

  private static final int PAGE = 100;

  private final Changes changes;
  private final Freezes freezes;
  private final ChangeAccess access;

  ForwardSchedule(Changes changes, Freezes freezes, ChangeAccess access) {
    this.changes = changes;
    this.freezes = freezes;
    this.access = access;
  }

  /**
   * What is in it.
   *
   * @param changes in the order of their windows
   * @param collisions numbers of changes of the same items, by number; those that are approved
   * @param total how many changes there are, shown or not
   */
  record Part(
      Window window,
      List<Change> changes,
      List<Freeze> freezes,
      Map<String, List<String>> collisions,
      long total) {}

  Part part(ScheduleQuery query, Window window) {
    List<Change> shown = new ArrayList<>();
    long total;
    int page = 0;
    do {
      ChangePage found = changes.search(query.search(window, access, page++, PAGE));
      shown.addAll(found.changes());
      total = found.total();
    } while (shown.size() < total && page * PAGE < MOST);
    return new Part(
        window,
        shown,
        freezes.during(window),
        access.internal()
            ? Schedule.collisions(shown.stream().filter(ForwardSchedule::isAhead).toList())
            : Map.of(),
        total);
  }

  private static boolean isAhead(Change change) {
    return change.status() == Status.SCHEDULED || change.status() == Status.IMPLEMENTING;
  }

  /** Whether it has its place, or had it; others are only asked for. */
  static boolean isApproved(Change change) {
    return switch (change.status()) {
      case SCHEDULED, IMPLEMENTING, REVIEW, CLOSED -> true;
      default -> false;
    };
  }
}
