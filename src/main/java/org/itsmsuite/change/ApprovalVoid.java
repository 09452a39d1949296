package org.itsmsuite.change;

/** Hears that what was, or was about to be, approved is not what would be done any more. */
@FunctionalInterface
public interface ApprovalVoid {

  /** Called within the step; open votes on the change end without a result. */
  void voided(Change change, String why);
}
