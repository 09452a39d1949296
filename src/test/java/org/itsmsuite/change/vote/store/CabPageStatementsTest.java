package org.itsmsuite.change.vote.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a board asks the database as often for two hundred changes as for ten. */
@DemoSuite
class CabPageStatementsTest {

  private static final int FEW = 10;
  private static final int MANY = 200;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private BoardOfMany board;

  @BeforeEach
  void count() {
    board = new BoardOfMany(jdbc);
    jdbc.sql("set query_statistics_max_entries 10000").update();
    jdbc.sql("set query_statistics true").update();
  }

  @AfterEach
  void takeThemAway() {
    jdbc.sql("set query_statistics false").update();
    board.takeAway();
  }

  @Test
  void statementsDoNotGrowWithTheChanges() {
    Visitor chair = Visitor.browser(port);
    chair.logIn("cab-chair", "cab-chair");
    board.add(FEW);
    // What is read once, by whatever page, has been read by then.
    asked(chair, FEW);
    long few = asked(chair, FEW);
    board.add(MANY);
    long many = asked(chair, MANY);
    assertThat(few).isPositive();
    // Whatever else goes on in the suite asks by itself; one question for each change would be 190.
    assertThat(many - few).isLessThan((MANY - FEW) / 10);
  }

  private long asked(Visitor chair, int changes) {
    long before = statements();
    String page = chair.get(BoardOfMany.PAGE).body();
    long asked = statements() - before;
    assertThat(page).contains(board.first(), board.last(changes), "5 of 10");
    return asked;
  }

  /** Of all connections. */
  private long statements() {
    return jdbc.sql("select sum(execution_count) from information_schema.query_statistics")
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
