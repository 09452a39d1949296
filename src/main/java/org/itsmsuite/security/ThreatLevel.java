package org.itsmsuite.security;

/** How badly a property of information is threatened, the worst first. */
public enum ThreatLevel {
  HIGH,
  MEDIUM,
  LOW,
  NONE
}
