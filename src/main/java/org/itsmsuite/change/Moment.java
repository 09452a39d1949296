package org.itsmsuite.change;

/** When a window is looked at; the table {@code window-finding} may be stricter the later it is. */
public enum Moment {
  /** It is asked for, or edited. */
  SUBMISSION,
  /** It is judged. */
  APPROVAL,
  /** It is approved and gets its place. */
  SCHEDULING,
  /** The work is about to begin. */
  START
}
