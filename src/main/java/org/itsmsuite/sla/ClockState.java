package org.itsmsuite.sla;

/** Where a clock stands. A breach stays a breach: a promise kept too late is BREACHED, not MET. */
public enum ClockState {
  RUNNING,
  PAUSED,
  MET,
  BREACHED,
  CANCELLED
}
