package org.itsmsuite.change;

/** The way a change takes, as the table {@code change-category} says. */
public enum Category {
  /** From a released template: nobody votes. */
  PRE_APPROVED,
  NORMAL,
  EMERGENCY,
  /** New, removed or strongly affected services (clause 8.5.2). */
  MAJOR
}
