package org.itsmsuite.change.vote;

/**
 * Somebody who may vote.
 *
 * @param position in the board, from 1; what the engine knows a member by
 * @param weight 1 unless the rule weighs votes
 * @param veto whether this one's no rejects
 * @param chair whether this one's vote decides a tie where the rule says so
 */
public record Member(int position, String account, int weight, boolean veto, boolean chair) {}
