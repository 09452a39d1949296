package org.itsmsuite.replay.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The desk's own look at the tables of its engine: fixed statements on one connection. The engine's
 * queries assemble theirs anew each time, and its deletion of an instance reads before it deletes;
 * a replay asks and deletes so often that this decides its speed. Nobody else uses the database.
 */
final class RuntimeTables implements AutoCloseable {

  private static final String DUE =
      """
      select ID_, PROCESS_INSTANCE_ID_, JOB_DEF_ID_, DUEDATE_, REPEAT_ from ACT_RU_JOB
      where TYPE_ = 'timer' and DUEDATE_ < ? order by DUEDATE_, ID_
      """;

  /** What belongs to instances; models keep their own jobs and subscriptions. */
  private static final List<String> INSTANCES =
      List.of(
          "delete from ACT_RU_VARIABLE",
          "delete from ACT_RU_INCIDENT",
          "delete from ACT_RU_EXT_TASK",
          "delete from ACT_RU_IDENTITYLINK where TASK_ID_ is not null",
          "delete from ACT_RU_TASK",
          "delete from ACT_RU_EVENT_SUBSCR where EXECUTION_ID_ is not null",
          "delete from ACT_RU_JOB where PROCESS_INSTANCE_ID_ is not null",
          "delete from ACT_RU_EXECUTION");

  record DueTimer(String job, String instance, String definition, Instant due, String repeat) {}

  private final Connection connection;
  private final PreparedStatement due;
  private final List<PreparedStatement> deletions = new ArrayList<>();

  RuntimeTables(DataSource engines) {
    try {
      connection = engines.getConnection();
      connection.setAutoCommit(true);
      try (var statement = connection.createStatement()) {
        // The engine itself keeps the order that the foreign keys would check.
        statement.execute("set referential_integrity false");
      }
      due = connection.prepareStatement(DUE);
      for (String deletion : INSTANCES) {
        deletions.add(connection.prepareStatement(deletion));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Timers due before an instant, earliest first. */
  List<DueTimer> dueBefore(Instant until) {
    try {
      due.setTimestamp(1, Timestamp.from(until));
      List<DueTimer> timers = new ArrayList<>();
      try (ResultSet row = due.executeQuery()) {
        while (row.next()) {
          timers.add(
              new DueTimer(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getTimestamp(4).toInstant(),
                  row.getString(5)));
        }
      }
      return timers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Deletes all process instances with all that hangs on them. */
  void clear() {
    try {
      for (PreparedStatement deletion : deletions) {
        deletion.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
