package org.itsmsuite.change.vote.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.vote.Agenda;
import org.itsmsuite.change.vote.AgendaItem;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Minute;
import org.itsmsuite.change.vote.Presence;
import org.itsmsuite.change.vote.Proceeding;
import org.itsmsuite.change.vote.Result;
import org.itsmsuite.change.vote.Sitting;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.restriction.KnownRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SittingStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00.123456Z");
  private static final int CHANGES = 200;
  private static final int MEMBERS = 10;

  private final JdbcSittingStore store = new JdbcSittingStore(DATABASE.jdbc(), DATABASE.template());
  private final JdbcVoteStore votes = new JdbcVoteStore(DATABASE.jdbc());
  private final BoardData data = new BoardData(DATABASE.jdbc(), votes);

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table :
        List.of(
            "change_record",
            "change_vote",
            "change_vote_member",
            "change_ballot",
            "cab_sitting",
            "cab_attendance",
            "cab_minute")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private static Sitting sitting() {
    return new Sitting(UUID.randomUUID(), "cab", "cab-chair", NINE, null, null, null);
  }

  private static Sitting closed(Sitting one) {
    return new Sitting(
        one.id(), one.board(), one.openedBy(), NINE, "cab-chair", NINE.plusSeconds(3600), "Done");
  }

  @Test
  void aSittingComesBackAndABoardHasOneOpenAtATime() {
    Sitting first = sitting();
    assertThat(store.add(first)).isTrue();
    assertThat(store.add(sitting())).isFalse();
    assertThat(store.open("cab")).contains(first);
    assertThat(store.find(first.id())).contains(first);
    store.close(closed(first));
    assertThat(store.open("cab")).isEmpty();
    assertThat(store.lock(first.id())).contains(closed(first));
    assertThat(store.add(sitting())).isTrue();
    assertThat(store.of("cab", 0, 10)).hasSize(2).contains(closed(first));
    assertThat(store.of("ecab", 0, 10)).isEmpty();
  }

  @Test
  void whatIsNotedAgainStandsInPlaceOfWhatWas() {
    Sitting one = sitting();
    store.add(one);
    store.attend(one.id(), Map.of("cab-1", Presence.HERE, "cab-2", Presence.EXCUSED));
    store.attend(one.id(), Map.of("cab-1", Presence.BY_PHONE));
    assertThat(store.attendance(one.id())).isEqualTo(Map.of("cab-1", Presence.BY_PHONE));
    data.change(1);
    store.note(one.id(), new Minute(data.number(1), "First", "cab-chair", NINE));
    store.note(one.id(), new Minute(data.number(1), "Second", "cab-chair", NINE));
    assertThat(store.proceedings(one, KnownRecords.ALL))
        .extracting(Proceeding::said)
        .containsExactly("Second");
  }

  @Test
  void theAgendaHasTheOpenVotesOfTheBoardThatOneMayKnowOf() {
    for (int i = 1; i <= 3; i++) {
      data.change(i);
      data.vote(i, "cab", 2);
    }
    data.change(4);
    data.vote(4, "ecab", 2);
    data.ballot(1, "member-01", 1, Choice.YES, NINE);
    data.ballot(1, "member-01", 2, Choice.NO, NINE.plusSeconds(1));
    votes.save(data.closed(3));
    Agenda agenda = store.agenda("cab", KnownRecords.ALL, 0, 10);
    assertThat(agenda.total()).isEqualTo(2);
    AgendaItem first = agenda.items().get(0);
    assertThat(first.change()).isEqualTo(data.number(1));
    assertThat(first.cast()).isEqualTo(1);
    assertThat(first.seat("member-01").orElseThrow().choice()).isEqualTo(Choice.NO);
    assertThat(first.seat("member-02").orElseThrow().hasVoted()).isFalse();
    assertThat(first.seat("stranger")).isEmpty();
    var known = new KnownRecords("c.number <> :hidden", Map.of("hidden", data.number(1)));
    assertThat(store.agenda("cab", known, 0, 10).items())
        .extracting(AgendaItem::change)
        .containsExactly(data.number(2));
    assertThat(store.agenda("cab", KnownRecords.ALL, 1, 1).items())
        .extracting(AgendaItem::change)
        .containsExactly(data.number(2));
    assertThat(store.isOf("cab", data.number(4))).isFalse();
    assertThat(store.isOf("ecab", data.number(4))).isTrue();
  }

  @Test
  void theMinutesAreWhatHappenedWhileTheBoardSat() {
    for (int i = 1; i <= 4; i++) {
      data.change(i);
      data.vote(i, "cab", 2);
    }
    data.ballot(1, "member-01", 1, Choice.YES, NINE.minusSeconds(1));
    data.ballot(1, "member-02", 1, Choice.NO, NINE);
    data.ballot(2, "member-01", 1, Choice.YES, NINE.plusSeconds(3600));
    votes.save(data.closed(3));
    Sitting one = closed(sitting());
    List<Proceeding> proceedings = store.proceedings(one, KnownRecords.ALL);
    assertThat(proceedings)
        .extracting(Proceeding::change)
        .containsExactly(data.number(1), data.number(3));
    assertThat(proceedings.get(0).ballots()).extracting(Ballot::voter).containsExactly("member-02");
    assertThat(proceedings.get(1).result()).isEqualTo(Result.APPROVED);
    assertThat(store.proceedings(one, new KnownRecords("1 = 0", Map.of()))).isEmpty();
  }

  @Test
  void twoHundredChangesBeforeTenMembersAreOneAgenda() {
    for (int i = 1; i <= CHANGES; i++) {
      data.change(i);
      data.vote(i, "cab", MEMBERS);
    }
    data.ballot(CHANGES, "member-10", 1, Choice.YES, NINE);
    Agenda agenda = store.agenda("cab", KnownRecords.ALL, 0, CHANGES);
    assertThat(agenda.items()).hasSize(CHANGES).allMatch(one -> one.seats().size() == MEMBERS);
    assertThat(agenda.items().get(CHANGES - 1).cast()).isEqualTo(1);
  }

  /** Two nodes take the same ballot: both have read that there is none yet. */
  @Test
  void aBallotTwiceAtTheSameInstantFromTwoNodesCountsOnce() throws Exception {
    data.change(1);
    data.vote(1, "cab", 2);
    CountDownLatch bothHaveRead = new CountDownLatch(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> casts = List.of(castOn(nodes, bothHaveRead), castOn(nodes, bothHaveRead));
      int refused = 0;
      for (Future<?> one : casts) {
        try {
          one.get();
        } catch (ExecutionException failed) {
          assertThat(failed.getCause()).isInstanceOf(ConcurrentChangeException.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
      assertThat(votes.ballots(data.number(1), 1)).hasSize(1);
    } finally {
      nodes.shutdownNow();
    }
  }

  private Future<?> castOn(ExecutorService nodes, CountDownLatch bothHaveRead) {
    return nodes.submit(
        () ->
            DATABASE
                .transaction()
                .executeWithoutResult(
                    status -> {
                      assertThat(votes.ballots(data.number(1), 1)).isEmpty();
                      bothHaveRead.countDown();
                      await(bothHaveRead);
                      data.ballot(1, "member-01", 1, Choice.YES, NINE);
                    }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
