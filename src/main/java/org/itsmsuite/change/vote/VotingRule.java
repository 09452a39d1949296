package org.itsmsuite.change.vote;

import java.util.List;
import java.util.Map;

/**
 * How ballots become a result. A veto holder's no rejects; without a quorum nothing is approved;
 * abstentions count for the quorum only; whoever says nothing approves nothing.
 *
 * @param threshold least share of yes among yes and no, in percent, for {@code PERCENTAGE} and
 *     {@code WEIGHTED}; without meaning for the others
 * @param quorum least number of ballots, abstentions included
 * @param castingVote whether the chair's vote decides a tie; with {@code MAJORITY} only: above a
 *     share, a tie is not near enough to a yes to be anybody's to decide
 */
public record VotingRule(Kind kind, int threshold, int quorum, boolean castingVote) {

  private static final int ALL_OF_THEM = 100;

  /** What makes a yes. */
  public enum Kind {
    /** More yes than no. */
    MAJORITY,
    /** At least one yes, and no no. */
    ALL,
    /** A share of those who say yes or no. */
    PERCENTAGE,
    /** The same share, of weights. */
    WEIGHTED
  }

  public VotingRule {
    if (quorum < 1) {
      throw new IllegalArgumentException("A quorum is at least 1, not " + quorum);
    }
    if (castingVote && kind != Kind.MAJORITY) {
      throw new IllegalArgumentException("A casting vote goes with MAJORITY only, not " + kind);
    }
    boolean share = kind == Kind.PERCENTAGE || kind == Kind.WEIGHTED;
    if (share && (threshold < 1 || threshold > ALL_OF_THEM)) {
      throw new IllegalArgumentException("A share is from 1 to 100 percent, not " + threshold);
    }
  }

  /**
   * Counts.
   *
   * @param ballots the last of each member who has voted, by account
   */
  public Result count(List<Member> members, Map<String, Choice> ballots) {
    if (members.stream().anyMatch(one -> one.veto() && ballots.get(one.account()) == Choice.NO)) {
      return Result.REJECTED;
    }
    long cast = members.stream().filter(one -> ballots.containsKey(one.account())).count();
    if (cast < quorum) {
      return Result.NO_QUORUM;
    }
    boolean weighs = kind == Kind.WEIGHTED;
    int yes = sum(members, ballots, Choice.YES, weighs);
    int no = sum(members, ballots, Choice.NO, weighs);
    return isYes(yes, no) || isTieForTheChair(yes, no, members, ballots)
        ? Result.APPROVED
        : Result.REJECTED;
  }

  private boolean isYes(int yes, int no) {
    return yes > 0
        && switch (kind) {
          case MAJORITY -> yes > no;
          case ALL -> no == 0;
          case PERCENTAGE, WEIGHTED -> yes * ALL_OF_THEM >= threshold * (yes + no);
        };
  }

  private boolean isTieForTheChair(
      int yes, int no, List<Member> members, Map<String, Choice> ballots) {
    return castingVote
        && yes == no
        && members.stream()
            .anyMatch(one -> one.chair() && ballots.get(one.account()) == Choice.YES);
  }

  private static int sum(
      List<Member> members, Map<String, Choice> ballots, Choice choice, boolean weighs) {
    return members.stream()
        .filter(one -> ballots.get(one.account()) == choice)
        .mapToInt(one -> weighs ? one.weight() : 1)
        .sum();
  }

  /**
   * Whether no ballot that is still out can change the result, however many of them come. A yes
   * never makes a result worse, nor a no better; so the two ends tell.
   */
  public boolean isDecided(List<Member> members, Map<String, Choice> ballots) {
    Result all = count(members, completed(members, ballots, Choice.YES));
    return all == count(members, ballots)
        && all == count(members, completed(members, ballots, Choice.NO));
  }

  private static Map<String, Choice> completed(
      List<Member> members, Map<String, Choice> ballots, Choice rest) {
    var complete = new java.util.HashMap<>(ballots);
    members.forEach(one -> complete.putIfAbsent(one.account(), rest));
    return complete;
  }
}
