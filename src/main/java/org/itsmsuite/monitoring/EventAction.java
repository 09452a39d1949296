package org.itsmsuite.monitoring;

/** What the released table wants done with an event. */
public enum EventAction {
  /** There must be an open incident. */
  RAISE,
  /** What was raised is over. */
  RECOVER,
  /** Kept, and nothing else. */
  IGNORE
}
