package org.itsmsuite.incident;

/** The three kinds of incident (term 2.10). */
public enum IncidentKind {
  /** A service stopped. */
  INTERRUPTION,
  /** A service got worse. */
  DEGRADATION,
  /** Something happened that nobody feels so far; needs no outage and still gets a priority. */
  NOT_YET_IMPACTING
}
