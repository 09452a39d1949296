package org.itsmsuite.change;

/** Messages that the practice takes, waits for or leaves, as models name them. */
public final class ChangeMessages {

  /** I-07: leaves an incident that only a change can end. */
  public static final String NEEDED_BY_INCIDENT = "incident.changeNeeded";

  /** I-05: leaves a problem whose solution is a change. */
  public static final String NEEDED_BY_PROBLEM = "problem.changeNeeded";

  /** Whoever asked for it wants it no longer. */
  public static final String WITHDRAWN = "change.withdrawn";

  /** What is to be decided, or was approved, has become something else. */
  public static final String CASE_EDITED = "change.caseEdited";

  /** I-06, I-08: it is over, whatever came of it. */
  public static final String ENDED = "change.ended";

  private ChangeMessages() {}
}
