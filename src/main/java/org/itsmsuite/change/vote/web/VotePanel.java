package org.itsmsuite.change.vote.web;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.vote.VotingRule;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** On the page of a change: every vote, its rule as it was frozen, who said what and why. */
@Component
class VotePanel implements RecordPanels {

  private static final int ORDER = 30;

  private final Votes votes;
  private final PageWords words;

  VotePanel(Votes votes, PageWords words) {
    this.votes = votes;
    this.words = words;
  }

  /** A ballot; those that were replaced too. */
  record Line(String who, String choice, String reason, ZonedDateTime at, boolean replaced) {}

  /** A vote. */
  record Row(
      int number,
      String board,
      String rule,
      int quorum,
      ZonedDateTime dueAt,
      String result,
      List<Line> ballots,
      List<String> outstanding) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal || !record.number().startsWith("CHG-")) {
      return List.of();
    }
    List<Row> rows = votes.of(record.number()).stream().map(this::row).toList();
    return rows.isEmpty() ? List.of() : List.of(new RecordPanel(ORDER, true, "change/votes", rows));
  }

  private Row row(Vote vote) {
    List<Ballot> ballots = votes.ballots(vote);
    List<Line> lines = new ArrayList<>();
    for (Ballot one : ballots) {
      boolean replaced =
          ballots.stream()
              .anyMatch(
                  other -> other.voter().equals(one.voter()) && other.position() > one.position());
      lines.add(
          new Line(
              who(one), Labels.of(one.choice()), one.reason(), words.time(one.at()), replaced));
    }
    return new Row(
        vote.number(),
        vote.route().board(),
        rule(vote.route().rule()),
        vote.route().rule().quorum(),
        words.time(vote.dueAt()),
        result(vote),
        lines,
        votes.outstanding(vote).stream().map(Member::account).toList());
  }

  private static String result(Vote vote) {
    if (vote.isOpen()) {
      return "open";
    }
    return vote.result() == null ? "ended: the case was edited" : Labels.of(vote.result());
  }

  private static String rule(VotingRule rule) {
    String share =
        switch (rule.kind()) {
          case MAJORITY -> "more yes than no";
          case ALL -> "yes of all who do not abstain";
          case PERCENTAGE -> rule.threshold() + " percent yes";
          case WEIGHTED -> rule.threshold() + " percent yes by weight";
        };
    return share + (rule.castingVote() ? ", the chair decides a tie" : "");
  }

  private static String who(Ballot ballot) {
    return switch (ballot.how()) {
      case SELF -> ballot.voter();
      case DEPUTY -> ballot.castBy() + " for " + ballot.voter();
      case CHAIR -> ballot.voter() + ", recorded by the chair " + ballot.castBy();
    };
  }
}
