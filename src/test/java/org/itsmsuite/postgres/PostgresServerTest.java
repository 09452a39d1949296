package org.itsmsuite.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  private static String answer(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void givesDatabasesOfTheirOwnAndTakesThemBack() throws SQLException {
    PostgresServer server = PostgresServer.ofThisJvm();
    String one = server.newDatabase();
    String other = server.newDatabase();
    assertThat(answer(one, "select current_database()"))
        .isNotEqualTo(answer(other, "select current_database()"));
    server.drop(one);
    server.drop(other);
    assertThatThrownBy(() -> answer(one, "select 1")).isInstanceOf(SQLException.class);
  }

  @Test
  void runsForRootToo() throws SQLException, IOException {
    assumeTrue(PostgresServer.isRoot(), "only root has to become somebody else");
    String url;
    try (PostgresServer server = PostgresServer.startAsNobody(Map.of("work_mem", "7MB"))) {
      url = server.newDatabase();
      assertThat(answer(url, "show work_mem")).isEqualTo("7MB");
      assertThat(answer(url, "select inet_server_addr()")).isEqualTo("127.0.0.1");
    }
    assertThatThrownBy(() -> answer(url, "select 1")).isInstanceOf(SQLException.class);
  }
}
