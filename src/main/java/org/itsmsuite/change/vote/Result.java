package org.itsmsuite.change.vote;

/** What a count comes to. */
public enum Result {
  APPROVED,
  REJECTED,
  /** Fewer ballots than the rule needs: nobody has approved anything. */
  NO_QUORUM,
  /** The chair has ended it before it was counted: it is to be put off, or more is to be known. */
  STOPPED
}
