package org.itsmsuite.security;

/** How likely it is that the business is harmed (term 2.12). */
public enum Probability {
  HIGH,
  MEDIUM,
  LOW
}
