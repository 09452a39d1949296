package org.itsmsuite.change.vote;

import java.time.Instant;

/**
 * One ballot. Never altered: who votes again leaves another, and the last one counts.
 *
 * @param vote of the change's votes, from 1
 * @param voter account of the member whose vote it is
 * @param position of this member's ballots in this vote, from 1
 * @param castBy who cast it: the member, their deputy, or the chair for somebody who attends
 * @param how in which of these ways
 */
public record Ballot(
    String change,
    int vote,
    String voter,
    int position,
    Choice choice,
    String reason,
    String castBy,
    How how,
    Instant at) {

  /** Who cast it. */
  public enum How {
    SELF,
    /** <em>Deputy for member</em>. */
    DEPUTY,
    /** <em>Member, recorded by the chair</em>. */
    CHAIR
  }
}
