package org.itsmsuite.change.vote.store;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.vote.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A board with open votes on many changes, ten members each, of whom five have voted: one that no
 * test fills otherwise, and numbers that no test reaches.
 */
final class BoardOfMany {

  private static final String BOARD = "process-approvers";
  private static final int FIRST = 900_000;
  private static final int MEMBERS = 10;
  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");

  /** All of them on one page. */
  static final String PAGE = "/cab?size=200&board=" + BOARD;

  private final JdbcClient jdbc;
  private final BoardData data;
  private int changes;

  BoardOfMany(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.data = new BoardData(jdbc, new JdbcVoteStore(jdbc));
  }

  /** Adds as many as are missing to this number. */
  void add(int upTo) {
    for (; changes < upTo; changes++) {
      int place = FIRST + changes;
      data.change(place);
      data.vote(place, BOARD, MEMBERS);
      for (int m = 1; m <= MEMBERS / 2; m++) {
        data.ballot(place, "member-%02d".formatted(m), 1, Choice.YES, NINE);
      }
    }
  }

  String first() {
    return data.number(FIRST);
  }

  String last(int of) {
    return data.number(FIRST + of - 1);
  }

  void takeAway() {
    jdbc.sql("delete from itsm.change_record where number like 'CHG-9_____'").update();
    for (String table : List.of("change_vote", "change_vote_member", "change_ballot")) {
      jdbc.sql("delete from itsm." + table + " where change like 'CHG-9_____'").update();
    }
  }
}
