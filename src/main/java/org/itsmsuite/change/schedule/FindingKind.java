package org.itsmsuite.change.schedule;

/** What may speak against a window; the table {@code window-finding} says how much each counts. */
public enum FindingKind {
  /** Another change touches the same item in a window that shares an instant with this one. */
  SAME_ITEM("schedule.same-item"),
  /** Another change does so to an item that one of ours depends on, or that depends on ours. */
  DEPENDENCY("schedule.dependency"),
  /** More depends on its items than is looked at; collisions further away are not known. */
  DEPENDENCY_UNKNOWN("schedule.dependency-unknown"),
  /** Nothing is to be changed then. */
  FREEZE("schedule.freeze"),
  /** Its items are worked on at other times. */
  OUTSIDE_MAINTENANCE("schedule.outside-maintenance");

  private final String key;

  FindingKind(String key) {
    this.key = key;
  }

  /** Stable, for programs. */
  public String key() {
    return key;
  }
}
