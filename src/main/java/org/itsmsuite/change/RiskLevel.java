package org.itsmsuite.change;

/** How risky a change is, from the least on. */
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH,
  VERY_HIGH
}
