package org.itsmsuite.configuration;

/** How much it hurts when the item fails; the worst first. */
public enum Criticality {
  HIGH,
  MEDIUM,
  LOW
}
