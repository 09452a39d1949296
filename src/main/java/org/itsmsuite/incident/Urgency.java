package org.itsmsuite.incident;

/** How soon it hurts. */
public enum Urgency {
  HIGH,
  MEDIUM,
  LOW
}
