package org.itsmsuite.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.database.Columns;
import org.itsmsuite.security.Deadline;
import org.itsmsuite.security.DeadlineStore;
import org.itsmsuite.security.Stage;
import org.itsmsuite.security.Warning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deadlines and their warnings as rows. */
@Repository
class JdbcDeadlineStore implements DeadlineStore {

  private final JdbcClient jdbc;

  JdbcDeadlineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void open(Deadline deadline, List<Warning> warnings) {
    jdbc.sql(
            """
            insert into itsm.security_deadline
              (record, stage, round, started_at, due_at, within, calendar, ended_at, done)
            values (:record, :stage, :round, :started, :due, :within, :calendar, null, false)
            """)
        .param("record", deadline.record())
        .param("stage", deadline.stage().name())
        .param("round", deadline.round())
        .param("started", Columns.utc(deadline.startedAt()))
        .param("due", Columns.utc(deadline.dueAt()))
        .param("within", deadline.within())
        .param("calendar", deadline.calendar())
        .update();
    warnings.forEach(this::add);
  }

  private void add(Warning warning) {
    jdbc.sql(
            """
            insert into itsm.security_warning
              (record, stage, round, name, role, due_at, breach, told_at)
            values (:record, :stage, :round, :name, :role, :at, :breach, null)
            """)
        .param("record", warning.record())
        .param("stage", warning.stage().name())
        .param("round", warning.round())
        .param("name", warning.name())
        .param("role", warning.role())
        .param("at", Columns.utc(warning.at()))
        .param("breach", warning.breach())
        .update();
  }

  @Override
  public List<Deadline> of(String record) {
    return jdbc.sql(
            """
            select * from itsm.security_deadline where record = ?
            order by stage, round
            """)
        .param(record)
        .query(JdbcDeadlineStore::deadline)
        .list();
  }

  private static Deadline deadline(ResultSet row, int n) throws SQLException {
    return new Deadline(
        row.getString("record"),
        Stage.valueOf(row.getString("stage")),
        row.getInt("round"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "due_at"),
        row.getString("within"),
        row.getString("calendar"),
        Columns.instant(row, "ended_at"),
        row.getBoolean("done"));
  }

  @Override
  public void end(String record, Stage stage, Instant at, boolean done) {
    jdbc.sql(
            """
            update itsm.security_deadline set ended_at = :at, done = :done
            where record = :record and stage = :stage and ended_at is null
            """)
        .param("record", record)
        .param("stage", stage.name())
        .param("at", Columns.utc(at))
        .param("done", done)
        .update();
  }

  @Override
  public List<Warning> untold(String record) {
    return jdbc.sql(
            """
            select w.* from itsm.security_warning w
            join itsm.security_deadline d
              on d.record = w.record and d.stage = w.stage and d.round = w.round
            where w.record = ? and w.told_at is null and d.ended_at is null
            order by w.due_at, w.stage, w.name, w.role
            """)
        .param(record)
        .query(JdbcDeadlineStore::warning)
        .list();
  }

  private static Warning warning(ResultSet row, int n) throws SQLException {
    return new Warning(
        row.getString("record"),
        Stage.valueOf(row.getString("stage")),
        row.getInt("round"),
        row.getString("name"),
        row.getString("role"),
        Columns.instant(row, "due_at"),
        row.getBoolean("breach"));
  }

  @Override
  public boolean take(Warning warning, Instant at) {
    return jdbc.sql(
                """
                update itsm.security_warning set told_at = :at
                where record = :record and stage = :stage and round = :round and name = :name
                  and role = :role and told_at is null
                """)
            .param("record", warning.record())
            .param("stage", warning.stage().name())
            .param("round", warning.round())
            .param("name", warning.name())
            .param("role", warning.role())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }
}
