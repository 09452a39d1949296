package org.itsmsuite.change;

/** What whoever asks for the change expects it to mean for the services. */
public enum Impact {
  HIGH,
  MEDIUM,
  LOW
}
