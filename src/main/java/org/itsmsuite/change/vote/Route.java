package org.itsmsuite.change.vote;

/**
 * Who decides, as the table {@code approval-route} says.
 *
 * @param step 1 for the first board, 2 for the next
 * @param board group that votes
 * @param chair group whose members chair the board
 * @param veto group whose members' no rejects; null if there is none
 * @param authority group that decides after the board has advised; null if the count decides
 * @param further whether another board has to approve after this one
 * @param within working time or working days until the vote ends
 * @param remindAfter the same, until those who have not voted are reminded
 */
public record Route(
    int step,
    String board,
    String chair,
    VotingRule rule,
    String veto,
    String authority,
    boolean further,
    String within,
    String remindAfter,
    String calendar) {}
