package org.itsmsuite.incident;

/** For other practices: whether the person who calls may know of an incident at all. */
@FunctionalInterface
public interface VisibleIncidents {

  /** False also where there is no such incident. */
  boolean isVisible(String number);
}
