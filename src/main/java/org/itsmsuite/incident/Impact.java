package org.itsmsuite.incident;

/** How much is affected; NONE_YET lets the urgency decide. */
public enum Impact {
  HIGH,
  MEDIUM,
  LOW,
  NONE_YET
}
