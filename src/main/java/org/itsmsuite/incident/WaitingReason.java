package org.itsmsuite.incident;

/** Whom or what an incident waits for. */
public enum WaitingReason {
  /** The customer or user. */
  CUSTOMER,
  /** An outside supplier. */
  SUPPLIER,
  /** A problem whose cause is looked for. */
  PROBLEM,
  /** A change that brings the fix. */
  CHANGE
}
