package org.itsmsuite.change;

/** Keeps that somebody answers for what was found about a window. */
@FunctionalInterface
public interface WindowAgreements {

  /** Whoever acts knows what stands against the change's window now, and goes ahead in it. */
  void agreed(Change change, String why);
}
