package org.itsmsuite.change.vote.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole page of a board, over HTTP, with two hundred open votes of ten members each. */
@DemoSuite
class CabPageCostTest {

  /** A board that no other test fills, and numbers that no other test reaches. */
  private static final String BOARD = "process-approvers";

  private static final int FIRST = 900_000;
  private static final int CHANGES = 200;
  private static final int MEMBERS = 10;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void takeThemAway() {
    jdbc.sql("delete from itsm.change_record where number like 'CHG-9_____'").update();
    for (String table : List.of("change_vote", "change_vote_member", "change_ballot")) {
      jdbc.sql("delete from itsm." + table + " where change like 'CHG-9_____'").update();
    }
  }

  @Test
  void opensInLessThanThreeTenthsOfASecond() {
    var data = new BoardData(jdbc, new JdbcVoteStore(jdbc));
    for (int i = FIRST; i < FIRST + CHANGES; i++) {
      data.change(i);
      data.vote(i, BOARD, MEMBERS);
      for (int m = 1; m <= MEMBERS / 2; m++) {
        data.ballot(
            i, "member-%02d".formatted(m), 1, Choice.YES, Instant.parse("2026-03-02T08:00:00Z"));
      }
    }
    Visitor chair = Visitor.browser(port);
    chair.logIn("cab-chair", "cab-chair");
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 10; i++) {
      long began = System.nanoTime();
      String page = chair.get("/cab?size=200&board=" + BOARD).body();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(page).contains(data.number(FIRST), data.number(FIRST + CHANGES - 1), "5 of 10");
      best = took.compareTo(best) < 0 ? took : best;
    }
    assertThat(best).isLessThan(Duration.ofMillis(300));
  }
}
