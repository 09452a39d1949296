package org.itsmsuite.security;

/** Where a security incident stands. */
public enum SecurityStatus {
  /** Raised; nobody has taken it yet. */
  NEW,
  /** Being assessed, contained, told to those outside. */
  IN_PROGRESS,
  /** Contained, and everybody outside has been told; not reviewed yet. */
  RESOLVED,
  /** Done, or found to be none, or gone on as part of another. */
  CLOSED;

  /** Whether the work of the security team goes on; a resolved one waits for its review. */
  public boolean isOpen() {
    return this == NEW || this == IN_PROGRESS;
  }
}
