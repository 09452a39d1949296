package org.itsmsuite.change;

/** What was decided on a change. */
public enum Verdict {
  APPROVED,
  REJECTED,
  /** To be decided later. */
  DEFERRED,
  /** Not to be decided on what is known: it is assessed again. */
  MORE_DATA
}
