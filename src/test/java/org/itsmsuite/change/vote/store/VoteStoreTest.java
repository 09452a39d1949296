package org.itsmsuite.change.vote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Result;
import org.itsmsuite.change.vote.Route;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.VotingRule;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoteStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcVoteStore store = new JdbcVoteStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table : List.of("change_vote", "change_vote_member", "change_ballot")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static Vote vote(int number) {
    return new Vote(
        "CHG-000001",
        number,
        1,
        new Route(
            1,
            "cab",
            "cab-chairs",
            new VotingRule(VotingRule.Kind.WEIGHTED, 60, 3, false),
            "security-team",
            null,
            true,
            "{workingDays: 3, at: SAME_TIME}",
            "PT8H",
            "office-hours"),
        List.of(new Member(1, "cab-1", 1, false, false), new Member(2, "cab-chair", 2, true, true)),
        MORNING,
        MORNING.plusSeconds(3600),
        MORNING.plusSeconds(7200),
        false,
        null,
        null);
  }

  private static Ballot ballot(int position, Choice choice) {
    return new Ballot(
        "CHG-000001",
        1,
        "cab-1",
        position,
        choice,
        "Because",
        "cab-chair",
        Ballot.How.CHAIR,
        MORNING.plusSeconds(position));
  }

  @Test
  void aVoteComesBackAsItWasOpened() {
    store.add(vote(1));
    assertThat(store.of("CHG-000001")).containsExactly(vote(1));
    assertThat(store.of("CHG-000002")).isEmpty();
  }

  @Test
  void onlyItsDeadlineAndItsEndChange() {
    store.add(vote(1));
    var ended =
        new Vote(
            "CHG-000001",
            1,
            1,
            vote(1).route(),
            vote(1).members(),
            MORNING,
            MORNING.plusSeconds(3600),
            MORNING.plusSeconds(9000),
            true,
            MORNING.plusSeconds(8000),
            Result.NO_QUORUM);
    store.save(ended);
    assertThat(store.of("CHG-000001")).containsExactly(ended);
  }

  @Test
  void theNewestIsTheOneThatIsLocked() {
    store.add(vote(1));
    store.add(vote(2));
    assertThat(store.lock("CHG-000001")).contains(vote(2));
    assertThat(store.lock("CHG-000002")).isEmpty();
  }

  @Test
  void ballotsStayAndTheSameCastTwiceCountsOnce() {
    store.add(vote(1));
    store.add(ballot(1, Choice.YES));
    store.add(ballot(2, Choice.NO));
    assertThatThrownBy(() -> store.add(ballot(2, Choice.YES)))
        .isInstanceOf(ConcurrentChangeException.class);
    assertThat(store.ballots("CHG-000001", 1))
        .containsExactly(ballot(1, Choice.YES), ballot(2, Choice.NO));
  }

  @Test
  void twoVotesOfOneNumberCannotBeOpened() {
    store.add(vote(1));
    assertThatThrownBy(() -> store.add(vote(1))).isInstanceOf(ConcurrentChangeException.class);
  }
}
