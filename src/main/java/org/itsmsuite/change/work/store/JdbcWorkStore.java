package org.itsmsuite.change.work.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.util.List;
import org.itsmsuite.change.work.WorkNote;
import org.itsmsuite.change.work.WorkStep;
import org.itsmsuite.change.work.WorkStore;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evidence of work in the suite's own tables. */
@Repository
class JdbcWorkStore implements WorkStore {

  private final JdbcClient jdbc;

  JdbcWorkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(WorkNote note) {
    try {
      jdbc.sql(
              """
              insert into itsm.change_work (change, position, step, outcome, note, done_by, done_at)
              values (:change, :position, :step, :outcome, :note, :by, :at)
              """)
          .param("change", note.change())
          .param("position", note.position())
          .param("step", note.step().name())
          .param("outcome", note.outcome())
          .param("note", note.text())
          .param("by", note.by())
          .param("at", utc(note.at()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new ConcurrentChangeException(note.change());
    }
  }

  @Override
  public List<WorkNote> of(String change) {
    return jdbc.sql("select * from itsm.change_work where change = ? order by position")
        .param(change)
        .query(
            (row, n) ->
                new WorkNote(
                    row.getString("change"),
                    row.getInt("position"),
                    WorkStep.valueOf(row.getString("step")),
                    row.getString("outcome"),
                    row.getString("note"),
                    row.getString("done_by"),
                    instant(row, "done_at")))
        .list();
  }
}
