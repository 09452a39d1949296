package org.itsmsuite.change;

/** How a change ended, as its review says. */
public enum Outcome {
  SUCCESSFUL,
  SUCCESSFUL_WITH_ISSUES,
  UNSUCCESSFUL,
  NOT_IMPLEMENTED
}
