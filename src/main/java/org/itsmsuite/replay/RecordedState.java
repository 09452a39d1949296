package org.itsmsuite.replay;

import org.itsmsuite.incident.WaitingReason;

/** What an entry of a log says about the incident's state, in our terms. */
enum RecordedState {
  NEW(null),
  ACTIVE(null),
  AWAITING_CUSTOMER(WaitingReason.CUSTOMER),
  AWAITING_SUPPLIER(WaitingReason.SUPPLIER),
  AWAITING_PROBLEM(WaitingReason.PROBLEM),
  AWAITING_CHANGE(WaitingReason.CHANGE),
  RESOLVED(null),
  CLOSED(null);

  private final WaitingReason waitingFor;

  RecordedState(WaitingReason waitingFor) {
    this.waitingFor = waitingFor;
  }

  /** Null if it does not wait. */
  WaitingReason waitingFor() {
    return waitingFor;
  }

  /** Whether work is not over. */
  boolean isOpen() {
    return this != RESOLVED && this != CLOSED;
  }
}
