package org.itsmsuite.change.work;

/** A step of the work on a change that leaves evidence. */
public enum WorkStep {
  SETTLE_WINDOW,
  CARRY_OUT,
  VERIFY,
  BACK_OUT,
  INVESTIGATE,
  /** Whether what was decided in an emergency should have been approved. */
  AFTERWARDS,
  /** Whether what a major change has made is accepted. */
  ACCEPT
}
