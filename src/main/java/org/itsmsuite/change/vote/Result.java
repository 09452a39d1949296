package org.itsmsuite.change.vote;

/** What a count comes to. */
public enum Result {
  APPROVED,
  REJECTED,
  /** Fewer ballots than the rule needs: nobody has approved anything. */
  NO_QUORUM
}
