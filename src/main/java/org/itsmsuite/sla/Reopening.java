package org.itsmsuite.sla;

/** What reopening does to the resolution clock. */
public enum Reopening {
  /** It goes on, the time since resolution left out. */
  CONTINUE,
  /** It starts anew at the reopening. */
  RESTART
}
