package org.itsmsuite.monitoring;

/** What became of an event. */
public enum EventOutcome {
  /** It made an incident. */
  RAISED,
  /** It was counted on the incident that stands for it. */
  COUNTED,
  /** The incident was resolved, but not closed yet: it is open again. */
  REOPENED,
  /** The alarm is over; the open incident was told so. */
  RECOVERED,
  /** A recovery for which no incident is open. */
  NOTHING_OPEN,
  /** A recovery from before the alarm was last raised: it came too late to say anything. */
  OUTDATED,
  /** The table has no interest in it. */
  IGNORED
}
