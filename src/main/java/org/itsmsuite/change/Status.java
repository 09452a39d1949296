package org.itsmsuite.change;

/** Where a change stands. */
public enum Status {
  NEW,
  ASSESSMENT,
  APPROVAL,
  DEFERRED,
  SCHEDULED,
  IMPLEMENTING,
  REVIEW,
  CLOSED,
  REJECTED,
  WITHDRAWN;

  /** Whether anything can still happen to it. */
  public boolean isOpen() {
    return this != CLOSED && this != REJECTED && this != WITHDRAWN;
  }

  /** Whether nothing has been touched yet: it may be edited and withdrawn. */
  public boolean isBeforeStart() {
    return isOpen() && this != IMPLEMENTING && this != REVIEW;
  }
}
