package org.itsmsuite.change.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.change.vote.Choice.ABSTAIN;
import static org.itsmsuite.change.vote.Choice.NO;
import static org.itsmsuite.change.vote.Choice.YES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.itsmsuite.change.vote.VotingRule.Kind;
import org.junit.jupiter.api.Test;

/** Board A (chair), B, C, D, E; quorum 3 of 5, majority of yes and no, unless a case says else. */
class VotingRuleTest {

  private static final List<Member> BOARD = board(false);
  private static final VotingRule MAJORITY = new VotingRule(Kind.MAJORITY, 0, 3, false);

  private static List<Member> board(boolean vetoOfE) {
    List<Member> members = new ArrayList<>();
    for (String name : List.of("A", "B", "C", "D", "E")) {
      members.add(
          new Member(members.size() + 1, name, 1, vetoOfE && name.equals("E"), name.equals("A")));
    }
    return members;
  }

  @Test
  void v01MoreYesThanNoWithAQuorumApproves() {
    assertThat(MAJORITY.count(BOARD, Map.of("A", YES, "B", YES, "C", NO)))
        .isEqualTo(Result.APPROVED);
  }

  @Test
  void v02TwoBallotsAreNoQuorumAndApproveNothing() {
    assertThat(MAJORITY.count(BOARD, Map.of("A", YES, "B", ABSTAIN))).isEqualTo(Result.NO_QUORUM);
  }

  @Test
  void v03ThreeYesOfFiveAreDecidedEarly() {
    assertThat(MAJORITY.isDecided(BOARD, Map.of("A", YES, "B", YES))).isFalse();
    assertThat(MAJORITY.isDecided(BOARD, Map.of("A", YES, "B", YES, "C", YES))).isTrue();
  }

  @Test
  void v03AVetoThatIsStillOutKeepsTheVoteOpen() {
    assertThat(MAJORITY.isDecided(board(true), Map.of("A", YES, "B", YES, "C", YES))).isFalse();
    assertThat(MAJORITY.count(board(true), Map.of("A", YES, "B", YES, "C", YES, "E", NO)))
        .isEqualTo(Result.REJECTED);
  }

  @Test
  void v04ATieIsTheChairsOnlyWithACastingVote() {
    Map<String, Choice> tie = Map.of("A", YES, "B", YES, "C", NO, "D", NO, "E", ABSTAIN);
    assertThat(MAJORITY.count(BOARD, tie)).isEqualTo(Result.REJECTED);
    assertThat(new VotingRule(Kind.MAJORITY, 0, 3, true).count(BOARD, tie))
        .isEqualTo(Result.APPROVED);
  }

  @Test
  void v05AnAbstentionIsNoNoWhereAllMustAgree() {
    var all = new VotingRule(Kind.ALL, 0, 3, false);
    Map<String, Choice> ballots = new HashMap<>(Map.of("A", YES, "B", YES, "C", YES, "D", YES));
    assertThat(all.isDecided(BOARD, ballots)).isFalse();
    ballots.put("E", ABSTAIN);
    assertThat(all.isDecided(BOARD, ballots)).isTrue();
    assertThat(all.count(BOARD, ballots)).isEqualTo(Result.APPROVED);
    ballots.put("E", NO);
    assertThat(all.count(BOARD, ballots)).isEqualTo(Result.REJECTED);
  }

  @Test
  void v13WhoeverSaysNothingApprovesNothing() {
    assertThat(MAJORITY.count(BOARD, Map.of())).isEqualTo(Result.NO_QUORUM);
    assertThat(
            new VotingRule(Kind.ALL, 0, 1, false).count(BOARD, Map.of("A", ABSTAIN, "B", ABSTAIN)))
        .isEqualTo(Result.REJECTED);
  }

  @Test
  void aShareCountsHeadsOrWeights() {
    var share = new VotingRule(Kind.PERCENTAGE, 75, 1, false);
    assertThat(share.count(BOARD, Map.of("A", YES, "B", YES, "C", YES, "D", NO)))
        .isEqualTo(Result.APPROVED);
    assertThat(share.count(BOARD, Map.of("A", YES, "B", YES, "D", NO))).isEqualTo(Result.REJECTED);
    var weighed = new VotingRule(Kind.WEIGHTED, 60, 1, false);
    List<Member> heavyChair = new ArrayList<>(BOARD);
    heavyChair.set(0, new Member(1, "A", 3, false, true));
    assertThat(weighed.count(heavyChair, Map.of("A", YES, "B", NO, "C", NO)))
        .isEqualTo(Result.APPROVED);
    assertThat(weighed.count(BOARD, Map.of("A", YES, "B", NO, "C", NO))).isEqualTo(Result.REJECTED);
  }

  @Test
  void aRuleThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new VotingRule(Kind.MAJORITY, 0, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VotingRule(Kind.PERCENTAGE, 60, 1, true))
        .as("a chair's tie below the share would make a yes more do harm")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VotingRule(Kind.PERCENTAGE, 101, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** 3 means: has not voted. A decided vote is the same however the others complete it. */
  @Property
  void v14WhatIsDecidedEarlyIsWhatEveryCompletionSays(
      @ForAll Kind kind,
      @ForAll @IntRange(min = 1, max = 100) int threshold,
      @ForAll @IntRange(min = 1, max = 5) int quorum,
      @ForAll boolean casting,
      @ForAll @Size(5) List<@IntRange(min = 0, max = 3) Integer> cast,
      @ForAll @Size(5) List<@IntRange(min = 1, max = 4) Integer> weights,
      @ForAll @IntRange(min = 0, max = 31) int vetoes) {
    var rule = new VotingRule(kind, threshold, quorum, casting && kind == Kind.MAJORITY);
    List<Member> members = new ArrayList<>();
    Map<String, Choice> ballots = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      String name = "m" + i;
      members.add(new Member(i + 1, name, weights.get(i), (vetoes >> i & 1) == 1, i == 0));
      if (cast.get(i) < 3) {
        ballots.put(name, Choice.values()[cast.get(i)]);
      }
    }
    boolean same =
        completions(members, ballots, 0).stream()
            .map(one -> rule.count(members, one))
            .allMatch(rule.count(members, ballots)::equals);
    assertThat(rule.isDecided(members, ballots)).isEqualTo(same);
  }

  private static List<Map<String, Choice>> completions(
      List<Member> members, Map<String, Choice> ballots, int from) {
    if (from == members.size()) {
      return List.of(ballots);
    }
    List<Map<String, Choice>> all = new ArrayList<>(completions(members, ballots, from + 1));
    String name = members.get(from).account();
    if (!ballots.containsKey(name)) {
      for (Choice choice : Choice.values()) {
        Map<String, Choice> more = new HashMap<>(ballots);
        more.put(name, choice);
        all.addAll(completions(members, more, from + 1));
      }
    }
    return all;
  }
}
