package org.itsmsuite.incident;

/** Where an incident stands, as the contract names it. */
public enum Status {
  /** Reported, not yet triaged. */
  NEW,
  /** With a group, taken by nobody. */
  ASSIGNED,
  /** Somebody has taken it. */
  IN_PROGRESS,
  /** For someone; see the reason. */
  WAITING,
  /** The service works again; the user has not confirmed yet. */
  RESOLVED,
  /** Done; it may be reopened for a while. */
  CLOSED,
  /** Withdrawn. */
  CANCELLED
}
