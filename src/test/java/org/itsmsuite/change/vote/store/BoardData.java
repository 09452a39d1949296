package org.itsmsuite.change.vote.store;

import static org.itsmsuite.database.Columns.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Result;
import org.itsmsuite.change.vote.Route;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.VotingRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes with votes, by their place from 1. */
final class BoardData {

  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcClient jdbc;
  private final JdbcVoteStore votes;

  BoardData(JdbcClient jdbc, JdbcVoteStore votes) {
    this.jdbc = jdbc;
    this.votes = votes;
  }

  String number(int place) {
    return "CHG-%06d".formatted(place);
  }

  void change(int place) {
    jdbc.sql(
            """
            insert into itsm.change_record
              (number, thread, opened_at, status, title, reason, requester, subject, action, impact,
               category, risk_level, assessment_round, run_version, version)
            values (?, ?, ?, 'APPROVAL', ?, 'Because', 'requester', 'COMPONENT', 'MODIFY', 'LOW',
               'NORMAL', 'MEDIUM', 1, 1, 0)
            """)
        .params(number(place), UUID.randomUUID(), utc(NINE), "Change " + place)
        .update();
  }

  void vote(int place, String board, int members) {
    votes.add(opened(place, board, members));
  }

  private Vote opened(int place, String board, int size) {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      members.add(new Member(i, "member-%02d".formatted(i), 1, false, i == 1));
    }
    return new Vote(
        number(place),
        1,
        1,
        new Route(
            1,
            board,
            "cab-chairs",
            new VotingRule(VotingRule.Kind.MAJORITY, 0, 2, true),
            null,
            null,
            false,
            "PT8H",
            "PT4H",
            "office-hours"),
        members,
        NINE,
        NINE.plusSeconds(100),
        NINE.plusSeconds(1_000L + place),
        false,
        null,
        null);
  }

  /** The vote of the board {@code cab}, approved ten seconds after nine. */
  Vote closed(int place) {
    Vote open = votes.of(number(place)).get(0);
    return new Vote(
        open.change(),
        open.number(),
        open.round(),
        open.route(),
        open.members(),
        open.openedAt(),
        open.remindAt(),
        open.dueAt(),
        false,
        NINE.plusSeconds(10),
        Result.APPROVED);
  }

  void ballot(int place, String voter, int position, Choice choice, Instant at) {
    votes.add(
        new Ballot(
            number(place), 1, voter, position, choice, "Because", voter, Ballot.How.SELF, at));
  }
}
