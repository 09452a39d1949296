package org.itsmsuite.change.vote.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Result;
import org.itsmsuite.change.vote.Route;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.VoteStore;
import org.itsmsuite.change.vote.VotingRule;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Votes and ballots in the suite's own tables. */
@Repository
class JdbcVoteStore implements VoteStore {

  private final JdbcClient jdbc;

  JdbcVoteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Vote vote) {
    Route route = vote.route();
    try {
      jdbc.sql(
              """
              insert into itsm.change_vote
                (change, number, assessment_round, step, board, chair_group, rule_kind, threshold,
                 quorum, casting_vote, veto_group, authority, further, within, remind_after,
                 calendar, opened_at, remind_at, due_at, extended)
              values (:change, :number, :round, :step, :board, :chair, :kind, :threshold, :quorum,
                :casting, :veto, :authority, :further, :within, :remindAfter, :calendar, :openedAt,
                :remindAt, :dueAt, :extended)
              """)
          .param("change", vote.change())
          .param("number", vote.number())
          .param("round", vote.round())
          .param("step", route.step())
          .param("board", route.board())
          .param("chair", route.chair())
          .param("kind", route.rule().kind().name())
          .param("threshold", route.rule().threshold())
          .param("quorum", route.rule().quorum())
          .param("casting", route.rule().castingVote())
          .param("veto", route.veto())
          .param("authority", route.authority())
          .param("further", route.further())
          .param("within", route.within())
          .param("remindAfter", route.remindAfter())
          .param("calendar", route.calendar())
          .param("openedAt", utc(vote.openedAt()))
          .param("remindAt", utc(vote.remindAt()))
          .param("dueAt", utc(vote.dueAt()))
          .param("extended", vote.extended())
          .update();
    } catch (DuplicateKeyException taken) {
      throw new ConcurrentChangeException(vote.change());
    }
    for (Member one : vote.members()) {
      jdbc.sql(
              """
              insert into itsm.change_vote_member
                (change, vote, position, account, weight, veto, chair)
              values (:change, :vote, :position, :account, :weight, :veto, :chair)
              """)
          .param("change", vote.change())
          .param("vote", vote.number())
          .param("position", one.position())
          .param("account", one.account())
          .param("weight", one.weight())
          .param("veto", one.veto())
          .param("chair", one.chair())
          .update();
    }
  }

  @Override
  public void save(Vote vote) {
    jdbc.sql(
            """
            update itsm.change_vote
            set due_at = :dueAt, extended = :extended, closed_at = :closedAt, result = :result
            where change = :change and number = :number
            """)
        .param("dueAt", utc(vote.dueAt()))
        .param("extended", vote.extended())
        .param("closedAt", utc(vote.closedAt()))
        .param("result", vote.result() == null ? null : vote.result().name())
        .param("change", vote.change())
        .param("number", vote.number())
        .update();
  }

  @Override
  public void add(Ballot ballot) {
    try {
      jdbc.sql(
              """
              insert into itsm.change_ballot
                (change, vote, voter, position, choice, reason, cast_by, how, cast_at)
              values (:change, :vote, :voter, :position, :choice, :reason, :castBy, :how, :at)
              """)
          .param("change", ballot.change())
          .param("vote", ballot.vote())
          .param("voter", ballot.voter())
          .param("position", ballot.position())
          .param("choice", ballot.choice().name())
          .param("reason", ballot.reason())
          .param("castBy", ballot.castBy())
          .param("how", ballot.how().name())
          .param("at", utc(ballot.at()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new ConcurrentChangeException(ballot.change());
    }
  }

  @Override
  public Optional<Vote> lock(String change) {
    jdbc.sql("select number from itsm.change_vote where change = ? order by number for update")
        .param(change)
        .query(Integer.class)
        .list();
    List<Vote> all = of(change);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public List<Vote> of(String change) {
    record Row(int vote, Member member) {}
    List<Row> members =
        jdbc.sql("select * from itsm.change_vote_member where change = ? order by vote, position")
            .param(change)
            .query(
                (row, n) ->
                    new Row(
                        row.getInt("vote"),
                        new Member(
                            row.getInt("position"),
                            row.getString("account"),
                            row.getInt("weight"),
                            row.getBoolean("veto"),
                            row.getBoolean("chair"))))
            .list();
    return jdbc.sql("select * from itsm.change_vote where change = ? order by number")
        .param(change)
        .query(
            (row, n) -> {
              int number = row.getInt("number");
              return vote(
                  row,
                  members.stream().filter(one -> one.vote() == number).map(Row::member).toList());
            })
        .list();
  }

  private static Vote vote(ResultSet row, List<Member> members) throws SQLException {
    String result = row.getString("result");
    return new Vote(
        row.getString("change"),
        row.getInt("number"),
        row.getInt("assessment_round"),
        new Route(
            row.getInt("step"),
            row.getString("board"),
            row.getString("chair_group"),
            new VotingRule(
                VotingRule.Kind.valueOf(row.getString("rule_kind")),
                row.getInt("threshold"),
                row.getInt("quorum"),
                row.getBoolean("casting_vote")),
            row.getString("veto_group"),
            row.getString("authority"),
            row.getBoolean("further"),
            row.getString("within"),
            row.getString("remind_after"),
            row.getString("calendar")),
        members,
        instant(row, "opened_at"),
        instant(row, "remind_at"),
        instant(row, "due_at"),
        row.getBoolean("extended"),
        instant(row, "closed_at"),
        result == null ? null : Result.valueOf(result));
  }

  @Override
  public List<Ballot> ballots(String change, int vote) {
    return jdbc.sql(
            "select * from itsm.change_ballot where change = :change and vote = :vote"
                + " order by cast_at, voter, position")
        .param("change", change)
        .param("vote", vote)
        .query((row, n) -> ballot(row))
        .list();
  }

  static Ballot ballot(ResultSet row) throws SQLException {
    return new Ballot(
        row.getString("change"),
        row.getInt("vote"),
        row.getString("voter"),
        row.getInt("position"),
        Choice.valueOf(row.getString("choice")),
        row.getString("reason"),
        row.getString("cast_by"),
        Ballot.How.valueOf(row.getString("how")),
        instant(row, "cast_at"));
  }
}
