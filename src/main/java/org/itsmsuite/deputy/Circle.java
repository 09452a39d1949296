package org.itsmsuite.deputy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a new absence would close a circle: somebody would in the end stand in for
 * themselves, at some instant, as a member of some group.
 */
final class Circle {

  private final AbsenceStore store;
  private final String account;

  private Circle(AbsenceStore store, String account) {
    this.store = store;
    this.account = account;
  }

  /** Who stands in for whom, from the person back to the person; empty if there is no circle. */
  static Optional<List<String>> of(AbsenceStore store, NewAbsence entered) {
    return new Circle(store, entered.account())
        .next(
            new ArrayList<>(List.of(entered.account())),
            entered.deputy(),
            entered.group(),
            entered.from(),
            entered.until());
  }

  /**
   * @param group to which the way is narrowed so far; null for whatever group
   */
  private Optional<List<String>> next(
      List<String> path, String person, String group, Instant from, Instant until) {
    if (person == null) {
      return Optional.empty();
    }
    boolean wasThere = path.contains(person);
    path.add(person);
    if (person.equals(account)) {
      return Optional.of(List.copyOf(path));
    }
    if (!wasThere) {
      for (Absence absence : store.overlapping(person, from, until)) {
        if (group == null || absence.holdsFor(group)) {
          var found =
              next(
                  path,
                  absence.deputy(),
                  group == null ? absence.group() : group,
                  later(from, absence.from()),
                  earlier(until, absence.until()));
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    path.remove(path.size() - 1);
    return Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
