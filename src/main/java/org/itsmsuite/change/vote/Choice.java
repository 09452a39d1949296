package org.itsmsuite.change.vote;

/** What a ballot says. */
public enum Choice {
  YES,
  NO,
  /** Counts for the quorum only. */
  ABSTAIN
}
