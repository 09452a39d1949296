package org.itsmsuite.change.vote;

/** Where ballots are cast that do not come by the task: each in a transaction of its own. */
public interface BallotBox {

  /**
   * Casts a ballot, the first of a member or another in its place. The member's task, if it is
   * still open, is done with it, and so is the vote if it is decided by it.
   *
   * @param recorded whether whoever acts chairs the board and records what the member said; else
   *     they are the member, or stand in for the member
   * @throws org.itsmsuite.refusal.Refusal as {@link Votes#cast} and {@link Votes#recorded} say
   */
  void cast(String number, String voter, Choice choice, String reason, boolean recorded);
}
