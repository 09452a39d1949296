package org.itsmsuite.change;

/** When a window is looked at. */
public enum Moment {
  SUBMISSION,
  APPROVAL,
  START
}
